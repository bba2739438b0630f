/** What happens to a page between the printer and the file: one line of the table. */
export interface Setting {
  readonly name: string;
  readonly dpi: number;
  /** how crooked it lies, in degrees */
  readonly skew?: number;
  /** standard deviation of its grain, in shades */
  readonly noise?: number;
  /** standard deviation of its blur, in pixels */
  readonly blur?: number;
  /** quality of its JPEG, 1–100; without it the picture is kept as it is */
  readonly jpeg?: number;
  /** black and white alone: the shade that parts them */
  readonly fax?: number;
  /** how dark the shadow at its binding is, 0–1 */
  readonly shadow?: number;
  /** red, green and blue of its paper */
  readonly paper?: readonly [number, number, number];
}

/** From a good scan to a bad one; 200 and 300 dpi as offices scan, 150 as some did. */
export const SETTINGS: readonly Setting[] = [
  { name: '300 dpi, clean', dpi: 300 },
  { name: '300 dpi, skew, noise, JPEG 75', dpi: 300, skew: 0.7, noise: 6, jpeg: 75 },
  { name: '300 dpi, fax threshold', dpi: 300, skew: -0.4, noise: 8, fax: 150 },
  {
    name: '300 dpi, coffee, shadow',
    dpi: 300,
    skew: -1.2,
    noise: 4,
    jpeg: 70,
    shadow: 0.45,
    paper: [226, 205, 172],
  },
  { name: '200 dpi, skew, noise, JPEG 70', dpi: 200, skew: -0.7, noise: 6, jpeg: 70 },
  { name: '200 dpi, skew 3°', dpi: 200, skew: 3, noise: 4, jpeg: 80 },
  { name: '200 dpi, blur, JPEG 40', dpi: 200, skew: 0.5, blur: 0.8, noise: 3, jpeg: 40 },
  { name: '200 dpi, fax threshold', dpi: 200, skew: 0.3, noise: 8, fax: 150 },
  {
    name: '200 dpi, coffee, shadow',
    dpi: 200,
    skew: 1,
    noise: 5,
    jpeg: 60,
    shadow: 0.4,
    paper: [226, 205, 172],
  },
  { name: '150 dpi, JPEG 90', dpi: 150, skew: 0.6, noise: 3, jpeg: 90 },
];
