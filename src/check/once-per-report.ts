import type { ReportView } from './report-view.ts';

/** Works something out once for each opened report, whichever rule asks first; a view copied from another is the same opening. */
export function oncePerReport<T>(work: (view: ReportView) => T): (view: ReportView) => T {
  const done = new WeakMap<ReportView['byId'], { readonly result: T }>();
  return (view) => {
    const known = done.get(view.byId);
    if (known !== undefined) return known.result;
    const result = work(view);
    done.set(view.byId, { result });
    return result;
  };
}
