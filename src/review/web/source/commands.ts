/** What keys can do with the source panes in sight. */
export interface SourceCommands {
  readonly onPage: (steps: 1 | -1) => void;
  readonly onZoom: (way: 1 | -1) => void;
  readonly onFit: () => void;
  readonly onTurn: () => void;
}

const hearing = new Set<SourceCommands>();

/** Lets a pane hear keys until the returned function is called. */
export function hearSource(commands: SourceCommands): () => void {
  hearing.add(commands);
  return () => {
    hearing.delete(commands);
  };
}

export function tellSource(tell: (commands: SourceCommands) => void): void {
  for (const commands of [...hearing]) tell(commands);
}
