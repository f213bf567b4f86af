import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Graph, type ReadError, readGraph, tooLong } from '../graph/index.ts';
import { readResult } from '../practice/readResult.ts';
import type { Result } from '../practice/result.ts';
import { textOf } from '../training/data/decode.ts';
import { type Complaint, Failure } from './failure.ts';

/** What a file holds, or why it cannot be read. */
export type Loaded<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** How a file is called in messages; `-` stands for standard input. */
export function fileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** Reads a graph from a file, or from standard input where the path is `-`. */
export function loadGraph(path: string): Promise<Loaded<Graph>> {
  return load(path, (text) => {
    const read = readGraph(text);
    return read.ok ? { ok: true, content: read.graph } : read;
  });
}

/** Reads the result of an exercise in the same way. */
export function loadResult(path: string): Promise<Loaded<Result>> {
  return load(path, (text) => {
    const read = readResult(text);
    return read.ok ? { ok: true, content: read.result } : read;
  });
}

/** Reads a text in the same way, whatever it says. */
export function loadText(path: string): Promise<Loaded<string>> {
  return load(path, (text) => ({ ok: true, content: text }));
}

/** The bytes of a file that is text in some encoding or other. */
export async function loadBytes(path: string): Promise<Loaded<Buffer>> {
  try {
    return { ok: true, content: await readBytes(path) };
  } catch (error) {
    return { ok: false, complaints: [{ message: reason(error) }] };
  }
}

type Read<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly errors: readonly ReadError[] };

async function load<Content>(
  path: string,
  read: (text: string) => Read<Content>,
): Promise<Loaded<Content>> {
  let text: string;
  try {
    text = textOf(await readBytes(path));
  } catch (error) {
    return { ok: false, complaints: [{ message: reason(error) }] };
  }
  const result = read(text);
  if (result.ok) return result;
  const complaints = result.errors.map(({ text, ...place }) => ({ ...place, message: text.en }));
  return { ok: false, complaints };
}

/** What is in a file. One that is too long is refused unread, or when a stream gets that long. */
async function readBytes(path: string): Promise<Buffer> {
  if (path !== '-') checkLength((await stat(path)).size);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
    chunks.push(chunk);
    length += chunk.length;
    checkLength(length);
  }
  return Buffer.concat(chunks);
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

/** Why a file cannot be read, in words. */
export function reason(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return Object.hasOwn(reasons, code) ? reasons[code] : `The file cannot be read (${code}).`;
}
