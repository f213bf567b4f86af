import type { Page } from '@playwright/test';
import Parser from 'pdf2json';

/** A page of a PDF: its size in points, and all its text in the order it was set. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** What a page prints, on the paper it asks for. */
export async function printed(page: Page): Promise<PdfPage[]> {
  const parser = new Parser();
  const parsed = new Promise<PdfPage[]>((resolve, reject) => {
    parser.on('pdfParser_dataError', reject);
    parser.on('pdfParser_dataReady', ({ Pages }) => {
      resolve(
        Pages.map(({ Width, Height, Texts }) => ({
          // The parser measures in sixteenths of what it takes for an inch and a half.
          width: Math.round(Width * 16),
          height: Math.round(Height * 16),
          text: Texts.flatMap(({ R }) => R.map(({ T }) => decode(T))).join(''),
        })),
      );
    });
  });
  parser.parseBuffer(await page.pdf({ preferCSSPageSize: true }), 0);
  return parsed;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
