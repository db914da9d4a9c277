/** SST's sources name a type of bun's that nothing here uses; its types would be 9 MB more to install. */
declare module 'bun' {
  export interface Shell {}
}
