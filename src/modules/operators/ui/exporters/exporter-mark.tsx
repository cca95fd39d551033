/* The status of an exporter with its clock, drawn as that of a site. */
import { daysBetween } from '../../../../kernel/calendar.ts'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ExporterStanding } from '../../contract-exporters.ts'

export function ExporterMark({ standing }: { readonly standing: ExporterStanding }) {
  const { t } = useWords()
  const { status, validUntil, lapsed, on, audit, since, appealed } = standing
  // A yellow that ran out counts as red from its end: the clock says since when.
  const days = lapsed
    ? daysBetween(on, (status === 'red' ? since : validUntil) ?? on)
    : validUntil === null
      ? null
      : daysBetween(on, validUntil)
  return (
    <>
      <StatusMark colour={status} lapsed={lapsed} daysLeft={days} order={audit} />
      {appealed && <span className="small"> {t('exporters.appealed')}</span>}
    </>
  )
}
