/**
 * Sets each page of a printed PDF on its side and says so with `/Rotate 90`, as printers of landscape tables do: a viewer
 * shows it upright. Written behind the file as an update (ISO 32000-1, 7.5.6), so that nothing in it moves.
 */
export function turnPages(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const size = Number(/\/Size (\d+)/u.exec(text.slice(text.lastIndexOf('trailer')))?.[1]);
  const root = /\/Root (\d+ 0 R)/u.exec(text.slice(text.lastIndexOf('trailer')))?.[1];
  const before = /startxref\s+(\d+)/u.exec(text.slice(text.lastIndexOf('startxref')))?.[1];
  const objects = new Map<number, string>();
  let next = size;
  for (const [, number, body] of text.matchAll(/(\d+) 0 obj\s*(<<\/Type \/Page\n[\s\S]*?>>)\s*endobj/gu)) {
    const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(body!)!.slice(1).map(Number);
    const contents = /\/Contents (\d+ 0 R)/u.exec(body!)![1];
    objects.set(next, streamOf(`q 0 1 -1 0 ${height} 0 cm`));
    objects.set(next + 1, streamOf('Q'));
    const turned = body!
      .replace(/\/MediaBox \[[^\]]*\]/u, `/MediaBox [0 0 ${height} ${width}]\n/Rotate 90`)
      .replace(/\/Contents \d+ 0 R/u, `/Contents [${next} 0 R ${contents} ${next + 1} 0 R]`);
    objects.set(Number(number), turned);
    next += 2;
  }
  let update = '\n';
  const entries: string[] = [];
  for (const [number, body] of objects) {
    const offset = String(pdf.length + update.length).padStart(10, '0');
    entries.push(`${number} 1\n${offset} 00000 n \n`);
    update += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = pdf.length + update.length;
  const trailer = `trailer\n<< /Size ${next} /Root ${root} /Prev ${before} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(`${update}xref\n${entries.join('')}${trailer}`, 'latin1')]);
}

const streamOf = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
