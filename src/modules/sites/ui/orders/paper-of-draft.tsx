/* The draft as it would be printed, with its mark across every sheet. */
import type { Draft } from './draft-form.ts'
import { linesIn } from './draft-form.ts'
import { stocksOf } from './annex.ts'
import { OrderPaper } from './order-paper.tsx'

export function PaperOfDraft({ draft: { form, lines }, version }: { readonly draft: Draft; readonly version: number }) {
  return (
    <OrderPaper
      number={form.number}
      orderKind={form.orderKind}
      signatoryRole={form.signatoryRole}
      signedOn={form.signedOn}
      signedAtPlace={form.signedAtPlace}
      effectiveFrom={form.effectiveFrom}
      until={untilOf(form.until)}
      durationMonths={/^\d{1,3}$/.test(form.months.trim()) ? Number(form.months) : null}
      legalBasis={linesIn(form.legalBasis)}
      recitals={linesIn(form.recitals)}
      replaces={null}
      lines={lines.map((line) => ({
        site: line.site ?? line.key,
        name: line.name || line.key,
        nationalId: line.nationalId,
        icglrId: line.icglrId,
        territoire: line.territoire,
        position: line.position,
        colour: line.colour,
        deviationReason: line.deviationReason === '' ? null : line.deviationReason,
      }))}
      stocks={stocksOf(lines)}
      fingerprint={null}
      draftVersion={version}
      coarse={false}
    />
  )
}
const untilOf = (until: string): string | null => (until === '' ? null : until)
