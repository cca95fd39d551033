/* The hall while it runs: its door, the page that telephones show, which groups are in and how far each is. */
import { useCommand } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import { HallStep } from '../../contract-workshops.ts'
import { HallDoor } from './hall-door.tsx'
import { CodeCards, HallGroups } from './hall-groups.tsx'
import { type GroupProgress, progressOf } from './wall-reading.ts'
import type { TabProps } from './tab-props.ts'

export function HallTab(props: TabProps) {
  const { t } = useWords()
  const { data, mayRun } = props
  const [url, change] = useUrlState()
  if (url['paper'] === 'codes' && data.hall !== null) return <CodeCards data={data} hall={data.hall} back={() => change({ paper: '' })} />
  return (
    <div className="stack">
      {data.hall === null ? <ShutHall {...props} /> : <OpenHall {...props} />}
      <Steps {...props} />
      <Panel title={t('workshop.groups')}>
        <DataTable
          plain
          caption={t('workshop.groups')}
          file="groups"
          rows={progressOf(data)}
          columns={columnsOf(t, data.hall !== null)}
          rowKey={(row) => String(row.group)}
          order="group"
          empty={<EmptyState title={t('workshop.seats.none')} />}
        />
        <Source>{t('workshop.live', { seconds: 4 })}</Source>
      </Panel>
      {!mayRun && <Note tone="calm">{t('workshop.read-only')}</Note>}
    </div>
  )
}

function ShutHall({ data, again, mayRun }: TabProps) {
  const { t } = useWords()
  const { send, sending, error } = useCommand(`/api/conflict/workshops/${data.id}/hall-openings`)
  if (!mayRun) return <EmptyState title={t('workshop.hall.shut')} />
  return (
    <EmptyState title={t('workshop.hall.shut')}>
      <p>{t(data.seats.length === 0 ? 'workshop.hall.seats-first' : 'workshop.hall.open.explain')}</p>
      {error && <ErrorState error={error} />}
      <Button kind="primary" busy={sending} disabled={data.seats.length === 0} onClick={() => void send({}).then(again, () => null)}>
        {t('workshop.hall.do-open')}
      </Button>
    </EmptyState>
  )
}

function OpenHall({ data, again, mayRun }: TabProps) {
  const { t } = useWords()
  const [, change] = useUrlState()
  if (data.hall === null) return null
  const inside = data.hall.groups.reduce((sum, one) => sum + one.telephones.length, 0)
  return (
    <Panel
      title={t('workshop.hall.open')}
      aside={
        mayRun && (
          <ActDialog
            {...{ title: t('workshop.hall.do-shut'), explain: t('workshop.hall.shut.explain', { n: inside }), kind: 'danger' }}
            {...{ go: t('workshop.hall.do-shut'), path: `/api/conflict/workshops/${data.id}/hall-closings`, data: {}, onDone: again }}
          >
            {null}
          </ActDialog>
        )
      }
    >
      <div className="stack">
        <HallDoor hall={data.hall} />
        <div>
          <Button onClick={() => change({ paper: 'codes' })}>{t('workshop.codes.print')}</Button>
        </div>
        <HallGroups {...{ data, again, mayRun }} hall={data.hall} />
      </div>
    </Panel>
  )
}

/** Which page the telephones show; each says what happens there. */
function Steps({ data, again, mayRun }: TabProps) {
  const { t } = useWords()
  const { send, sending, error } = useCommand(`/api/conflict/workshops/${data.id}/steps`)
  return (
    <Panel title={t('workshop.step')}>
      <div className="stack">
        <ul className="plain-list workshop-steps">
          {HallStep.options.map((step) => {
            const isNow = step === data.step
            return (
              <li key={step}>
                {mayRun ? (
                  <Button
                    kind={isNow ? 'primary' : 'plain'}
                    aria-pressed={isNow}
                    busy={sending}
                    onClick={() => void (isNow ? null : send({ step }).then(again, () => null))}
                  >
                    {isNow && <span aria-hidden="true">●</span>}
                    {t(`code.step.${step}`)}
                  </Button>
                ) : (
                  <strong>
                    {isNow ? '● ' : '○ '}
                    {t(`code.step.${step}`)}
                  </strong>
                )}
                <span className="small">{t(`workshop.step.${step}`)}</span>
              </li>
            )
          })}
        </ul>
        {error && <ErrorState error={error} />}
      </div>
    </Panel>
  )
}

const numeric = (key: string, header: string, value: (row: GroupProgress) => number): Column<GroupProgress> => ({
  ...said<GroupProgress>(key, header, value),
  numeric: true,
})
const columnsOf = (t: Translate, isOpen: boolean): readonly Column<GroupProgress>[] => [
  { key: 'group', header: t('workshop.group'), value: (row) => row.group, cell: (row) => row.name },
  numeric('seats', t('workshop.seats'), (row) => row.seats),
  ...(isOpen ? [numeric('telephones', t('workshop.telephones'), (row) => row.telephones)] : []),
  numeric('places', t('workshop.entries'), (row) => row.places),
  {
    ...{ key: 'stances', header: t('workshop.stances'), value: (row) => row.stances, numeric: true },
    cell: (row) => t('workshop.of', { n: row.stances, of: row.asked }),
  },
  {
    ...{ key: 'dots', header: t('workshop.dots.short'), value: (row) => row.laid, numeric: true },
    cell: (row) => t('workshop.of', { n: row.laid, of: row.budget }),
  },
]
