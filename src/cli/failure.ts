import { type ReadError, readErrorText } from '../graph/index.ts';

/** What is wrong and what would be right, with the place in the file where it is about one. */
export interface Complaint extends Omit<ReadError, 'text'> {
  readonly message: string;
}

/** Ends the command: the message goes to standard error, the code to the shell. */
export class Failure extends Error {
  readonly code: number;

  constructor(message: string, code = 1) {
    super(message);
    this.code = code;
  }
}

/** The command was called in a way it does not know (exit code 2). */
export function badUsage(message: string, usage: string): Failure {
  return new Failure(`${message}\n\nUsage: ${usage}`, 2);
}

/** More lines than this about one file tell nothing new. */
const mostLines = 20;

/** Complaints about a file, one to a line, for standard error. */
export function complaintLines(file: string, complaints: readonly Complaint[]): string {
  const lines = complaints.slice(0, mostLines).map(({ message, ...place }) => {
    const text = { en: message, 'zh-CN': message };
    return `${file}: ${readErrorText({ ...place, text }).en}`;
  });
  const rest = complaints.length - lines.length;
  return [...lines, ...(rest === 0 ? [] : [`${file}: … and ${rest} more.`])].join('\n');
}
