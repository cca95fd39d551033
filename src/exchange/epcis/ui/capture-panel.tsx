/* One document that came in: its faults with their places, and what became of each event. */
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { instantText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { CaptureDetail, CaptureSummary } from '../contract.ts'

type Fault = CaptureDetail['faults'][number]
type Outcome = CaptureDetail['outcomes'][number]

export function CapturePanel({ capture, onClose }: { readonly capture: CaptureSummary; readonly onClose: () => void }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<CaptureDetail>(`/api/epcis/captures/${capture.id}`)
  return (
    <Panel title={t('epcis.one', { at: instantText(capture.createdAt) })} aside={<Button onClick={onClose}>{t('epcis.close')}</Button>}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && data.faults.length > 0 && <Faults faults={data.faults} />}
      {data && <Outcomes outcomes={data.outcomes} />}
    </Panel>
  )
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const { t } = useWords()
  const columns: readonly Column<Fault>[] = [
    {
      key: 'place',
      header: t('epcis.fault.place'),
      value: (row) => row.path ?? String(row.event ?? ''),
      cell: (row) => row.path ?? row.event,
    },
    { key: 'what', header: t('epcis.fault.what'), value: (row) => row.detail, cell: (row) => <span lang="en">{row.detail}</span> },
  ]
  return (
    <DataTable
      caption={t('epcis.faults')}
      file="epcis-faults"
      prefix="f."
      rows={faults}
      columns={columns}
      rowKey={(row) => `${row.path} ${row.event} ${row.detail}`}
      order="place"
      empty={null}
    />
  )
}

function Outcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const { t } = useWords()
  const becameText = ({ became }: Outcome): string =>
    t(became === 'custody' ? 'epcis.became.custody' : became === 'kept' ? 'epcis.became.kept' : 'epcis.became.open')
  const because = ({ because: code, detail }: Outcome): string => [code, detail].filter((part) => part !== null && part !== '').join(': ')
  const columns: readonly Column<Outcome>[] = [
    { key: 'event', header: t('epcis.event'), value: (row) => row.event, cell: (row) => <span className="code">{row.event}</span> },
    { key: 'type', header: t('epcis.type'), value: (row) => row.type, cell: (row) => row.type },
    { key: 'became', header: t('epcis.became'), value: becameText, cell: becameText },
    { key: 'because', header: t('epcis.because'), value: because, cell: (row) => <span lang="en">{because(row)}</span> },
  ]
  return (
    <DataTable
      caption={t('epcis.outcomes')}
      file="epcis-outcomes"
      prefix="o."
      rows={outcomes}
      columns={columns}
      rowKey={(row) => `${row.event} ${row.because}`}
      order="event"
      empty={<EmptyState title={t('epcis.result.nothing')} />}
    />
  )
}
