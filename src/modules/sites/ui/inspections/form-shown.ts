/* What a screen takes of a published version of a form: the form itself and the unit of each question. */
export interface FormShown {
  readonly version: { readonly sha256: string }
  readonly xform: string
  readonly outline: { readonly rows: readonly { readonly path: string; readonly unit: string | null }[] } | null
}
export const unitsIn = ({ outline }: FormShown): { readonly [path: string]: string } =>
  Object.fromEntries((outline?.rows ?? []).flatMap(({ path, unit }) => (unit === null ? [] : [[path, unit] as const])))
