import { extname } from 'node:path';

/** Extensions of the reports that can be read, lower-case. */
export const READABLE_EXTENSIONS = [
  '.txt',
  '.text',
  '.md',
  '.html',
  '.htm',
  '.tsv',
  '.pdf',
  '.png',
  '.jpg',
  '.jpeg',
  '.tif',
  '.tiff',
] as const;

const READABLE = new Set<string>(READABLE_EXTENSIONS);

const PICTURES = new Set<string>(['.png', '.jpg', '.jpeg', '.tif', '.tiff']);

/** Whether a file is a picture, by its name. */
export const isPictureName = (name: string): boolean => PICTURES.has(extname(name).toLowerCase());

/** Names of files that stand beside reports and tell about them. */
const ABOUT_THE_FOLDER = /^readme\./i;

/** Whether a file met in a folder or through a glob is taken as a report, by its name. */
export function isReportName(name: string): boolean {
  return READABLE.has(extname(name).toLowerCase()) && !ABOUT_THE_FOLDER.test(name);
}

/** Whether a file named on the command line may be a report, by its name; one without an extension may. */
export function mayBeReport(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return extension === '' || READABLE.has(extension);
}
