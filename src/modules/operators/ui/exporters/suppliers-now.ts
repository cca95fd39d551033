/* The suppliers that an exporter names today, each once: one that left and came back stands in its list twice. */
import type { ExporterDetail } from '../../contract-exporters.ts'

export const suppliersNow = (suppliers: ExporterDetail['suppliers']): readonly { readonly id: string; readonly name: string }[] => [
  ...new Map(
    suppliers.flatMap((one) => (one.until === null ? [[one.supplier, { id: one.supplier, name: one.name }] as const] : [])),
  ).values(),
]
