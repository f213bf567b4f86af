import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Graph, readGraph, tooLong } from '../graph/index.ts';
import { type Complaint, Failure } from './failure.ts';

/** A graph file that was read, or why it is none. */
export type Loaded =
  | { readonly ok: true; readonly graph: Graph }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** How a file is called in messages; `-` stands for standard input. */
export function fileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** Reads a graph from a file, or from standard input where the path is `-`. */
export async function loadGraph(path: string): Promise<Loaded> {
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    return { ok: false, complaints: [{ message: reason(error) }] };
  }
  const result = readGraph(text);
  if (result.ok) return result;
  const complaints = result.errors.map(({ node, key, text }) => ({ node, key, message: text.en }));
  return { ok: false, complaints };
}

/** The text of a file. One that is too long is refused unread, or when a stream gets that long. */
async function readText(path: string): Promise<string> {
  if (path !== '-') checkLength((await stat(path)).size);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
    chunks.push(chunk);
    length += chunk.length;
    checkLength(length);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function checkLength(bytes: number): void {
  const error = tooLong(bytes);
  if (error !== undefined) throw new Failure(error.text.en);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file; check the name.',
  ENOTDIR: 'There is no such file; check the name.',
  EISDIR: 'This is a directory; name a graph file in it.',
  EACCES: 'The file may not be read; change its permissions.',
  EPERM: 'The file may not be read; change its permissions.',
};

function reason(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return Object.hasOwn(reasons, code) ? reasons[code] : `The file cannot be read (${code}).`;
}
