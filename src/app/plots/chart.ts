import type { Look, MarkName } from './look.ts';

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place, in pixels of a picture or in the units of its axes. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Something that can be read off a picture, by pointing at it or with the arrow keys. */
export interface Reading extends Place {
  /** Readings of one row are gone through from left to right; up and down lead to other rows. */
  readonly row: number;
  /** What it says, asked for when somebody reads it; names between backticks. */
  readonly text: () => string;
  /** Which of several pictures below each other it is in, from 0. */
  readonly panel?: number;
}

/** How a line or a group of marks looks. */
export interface LegendItem {
  readonly text: string;
  /** What has come of it. */
  readonly end?: string;
  /** True where that is no good. */
  readonly isWrong?: boolean;
  readonly colour: string;
  readonly dash?: string;
  readonly symbol?: MarkName;
  /** For areas from low to high: their colours, in place of one. */
  readonly ramp?: readonly string[];
  /** True for marks without a line, or areas. */
  readonly isArea?: boolean;
  /** True for a ring around marks. */
  readonly isRing?: boolean;
  /** The run that it stands for and that can be taken out of the picture. */
  readonly run?: number;
}

/** Rows under names of columns, as they stand in a table or a CSV file. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** A drawing, and how its units and pixels go together. */
export interface Drawn {
  readonly svg: SVGSVGElement;
  /** Where something stands; undefined outside of what is drawn. */
  readonly toPixel: (place: Place, panel?: number) => Place | undefined;
  /** What units a point of the drawing stands for; undefined between pictures. */
  readonly toUnits?: (pixel: Place) => Place | undefined;
}

/**
 * A picture of numbers: how it is drawn, what can be read off it, and the numbers themselves. Texts
 * are in the language of the page, with names between backticks.
 */
export interface Chart {
  readonly title: string;
  readonly legend: readonly LegendItem[];
  /** Sentences below it. */
  readonly notes: readonly string[];
  readonly readings: readonly Reading[];
  /** What is to be read where no reading is near. */
  readonly between?: (units: Place) => string | undefined;
  readonly draw: (size: Size) => Drawn;
  /** Where it can be turned: by so much, in radians. Arrow keys turn it then, and read with Shift. */
  readonly turn?: (around: number, up: number) => void;
  /** True where a ring around what is read would hide it. */
  readonly hasNoSpot?: boolean;
  /** How high it is for its width, where there is no more room than needed. */
  readonly ratio: number;
  /** Its numbers, asked for when they are wanted. */
  readonly sheet: () => Sheet;
  /** The look it is made for. */
  readonly look: Look;
}
