import { useWords } from '../words/words.ts';

export interface ToolbarProps {
  readonly title: string;
  readonly page: number | null;
  readonly pages: number;
  readonly canTurn: boolean;
  readonly onPage: (steps: 1 | -1) => void;
  readonly onZoom: (way: 1 | -1) => void;
  readonly onFit: () => void;
  readonly onTurn: () => void;
  readonly onMark: () => void;
}

/** What can be done with a source pane. */
export function Toolbar(props: ToolbarProps) {
  const { title, page, pages, canTurn, onPage, onZoom, onFit, onTurn, onMark } = props;
  const words = useWords();
  const button = (sign: string, name: string, act: () => void, disabled = false) => (
    <button type="button" class="tool" title={name} aria-label={name} onClick={act} disabled={disabled}>
      {sign}
    </button>
  );
  return (
    <div class="source-bar">
      <strong class="source-title" title={title}>
        {title}
      </strong>
      {page !== null && (
        <span class="tools">
          {button('‹', words.previousPage, () => onPage(-1), page <= 1)}
          <span class="page-number">{words.pageOf(page, pages)}</span>
          {button('›', words.nextPage, () => onPage(1), page >= pages)}
        </span>
      )}
      <span class="tools">
        {button('−', words.zoomOut, () => onZoom(-1))}
        {button('+', words.zoomIn, () => onZoom(1))}
        {button('↔', words.fitWidth, onFit)}
        {canTurn && button('↻', words.rotate, onTurn)}
        {button('◎', words.toMark, onMark)}
      </span>
    </div>
  );
}
