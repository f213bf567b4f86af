/** The file dialogs of browsers that let a page write files (not yet in TypeScript's DOM types). */
interface FilePickerOptions {
  readonly types?: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly suggestedName?: string;
}

interface DataTransferItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

interface Window {
  readonly showOpenFilePicker?: (options?: FilePickerOptions) => Promise<FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options?: FilePickerOptions) => Promise<FileSystemFileHandle>;
}
