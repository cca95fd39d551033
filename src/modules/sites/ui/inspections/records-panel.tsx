/* Every form that reached the register for this visit, oldest first, each readable as it was filled in. */
import { fieldHand } from '../../../../app/device.ts'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { ProvisionalPage } from '../../domain/missions/provisional.ts'
import { NotSent } from '../offline/provisional-note.tsx'
import { EvidenceQuality } from './evidence-quality.tsx'
import { RecordPhotos } from './record-photos.tsx'
import { standingMarks } from './standing-marks.ts'
import { WhenText } from './when-text.tsx'

type Record = ProvisionalPage['answers'][number]
export function RecordsPanel({ page }: { readonly page: ProvisionalPage }) {
  const { t } = useWords()
  const awaited = (one: Record) =>
    new Set((one.files ?? []).map(({ file }) => file.sha256).filter((sha256) => page.awaitedFiles?.includes(sha256)))
  const isHere = (one: Record) => page.provisional?.answers.includes(one.id) === true
  return (
    <Panel
      title={t(fieldHand() === null ? 'fill.received' : 'offline.records')}
      aside={<LinkButton to={`/inspections/${page.inspection}/paper`}>{t('fill.paper')}</LinkButton>}
    >
      {page.answers.length === 0 && <p className="ink-3">{t(fieldHand() === null ? 'fill.received.none' : 'offline.records.none')}</p>}
      <ul className="plain-list stack" style={{ gap: 8 }}>
        {page.answers.map((one) => (
          <li key={one.id} className="row tight">
            <span className="grow">
              <b>{wordOr(`body.${one.by}`, one.by)}</b>{' '}
              <span className="small">
                {t(isHere(one) ? 'offline.record.line' : 'fill.received.line', { version: one.form.version })}{' '}
                <WhenText at={one.happenedAt} received={one.recordedAt} />
                {standingMarks(one, awaited(one).size).map((mark) => ` · ${t(`fill.mark.${mark}`)}`)}
                {awaited(one).size > 0 && ` · ${t('fill.photos.awaited', { n: awaited(one).size })}`}
                {one.unread.length > 0 && ` · ${t('fill.unread', { names: one.unread.join(', ') })}`}
              </span>{' '}
              <NotSent when={isHere(one)} />
              <Amended record={one} all={page.answers} />
              <EvidenceQuality signals={one.signals} />
              <RecordPhotos page={page} record={one} />
            </span>
            {one.xml !== null && (
              <LinkButton kind="quiet" to={`/inspections/${page.inspection}/paper`} search={{ answers: one.id }}>
                {t('fill.read')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Which earlier record this one puts right, and which later one stands in its place: both are read. */
function Amended({ record, all }: { readonly record: Record; readonly all: readonly Record[] }) {
  const { t } = useWords()
  const at = all.indexOf(record)
  const later = all.slice(at + 1).find((one) => one.by === record.by && one.amends?.instance === record.instance)
  return (
    <>
      {record.amends && (
        <span className="small evidence-line">
          {t('amend.because')} <b>{record.amends.reason}</b>
        </span>
      )}
      {later && <span className="small evidence-line ink-3">{t('amend.replaced')}</span>}
    </>
  )
}
