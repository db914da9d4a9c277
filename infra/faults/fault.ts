/** One mistake somebody could make, and where it shows. */
export interface Fault {
  name: string;
  /** Relative to the project; `find` must occur in it, or the fault was never planted. */
  file?: string;
  find?: string;
  put?: string;
  /** Settings of the operator that differ; an empty one counts as never told. */
  settings?: Record<string, string>;
  /** A secret nobody set. */
  withoutSecret?: string;
  /** The branch stage is planned anew as well; production always is. */
  onBranch?: true;
  /** Which tests look for it besides the planning itself. */
  suite?: 'graph' | 'types' | 'stories';
}
