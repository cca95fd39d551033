/*
What a supervisor looks at first: nobody's cases, what waits for a second person, clocks that were missed, how much each worker carries; below, figures.
Codes and numbers of files, and who works on them; nothing of a person who is helped. Whoever is made responsible and cannot read yet is shown so, until a colleague's device hands over the key.
*/
import { type ReactNode, useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { CaseList, CaseListItem } from '../../contract.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import type { CaseFigures } from '../../contract-statistics.ts'
import { waitLabels } from '../../domain/case/case-labels.ts'
import { say } from '../../domain/label.ts'
import { useColleagues } from '../file/colleagues.ts'
import { DueText, RiskMark } from '../file/marks.tsx'
import { type WorkLine, workLines } from '../file/work-lines.ts'
import { Settable } from '../rules/settable.tsx'
import { partFor } from './board-lines.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { TalliesPanel } from './tallies-panel.tsx'

export function BoardScreen() {
  const { t } = useWords()
  const list = useAnswer<CaseList>('/api/cases/team')
  const figures = useAnswer<CaseFigures>('/api/cases/team/figures')
  const { data, answer, error, loading, again } = list
  const lines = data ? workLines(data) : []
  const nobody = lines.filter((line) => line.item.owner === null)
  const waiting = lines.filter((line) => line.item.waits.some((wait) => wait !== 'owner'))
  const caseloads = figures.data?.caseloads ?? []
  const changed = () => {
    again()
    figures.again()
  }
  const late = lines.filter((line) => line.late > 0)
  return (
    <Page {...{ title: t('board.title'), under: t('board.under'), answer }}>
      {loading && <Loading />}
      {error && data === undefined && <ErrorState error={error} again={again} />}
      {data && data.cases.length === 0 && <EmptyState title={t('board.none')} />}
      {data && data.cases.length > 0 && (
        <div className="stack">
          <Lines title={t('board.nobody')} empty={t('board.nobody.none')} lines={nobody} now={data.asOf}>
            {(line) => <Assign item={line.item} caseloads={caseloads} done={changed} />}
          </Lines>
          <Lines title={t('board.waiting')} empty={t('board.waiting.none')} lines={waiting} now={data.asOf}>
            {(line) => <Waits item={line.item} />}
          </Lines>
          <Lines title={t('board.late')} empty={t('board.late.none')} lines={late} now={data.asOf}>
            {(line) => <Assign item={line.item} caseloads={caseloads} done={changed} />}
          </Lines>
        </div>
      )}
      {figures.error && figures.data === undefined && <ErrorState error={figures.error} again={figures.again} />}
      {figures.data && <Caseloads figures={figures.data} />}
      {figures.data && <FiguresPanel figures={figures.data} />}
      <TalliesPanel />
    </Page>
  )
}

interface LinesProps {
  readonly title: string
  readonly empty: string
  readonly lines: readonly WorkLine[]
  readonly now: string
  readonly children: (line: WorkLine) => ReactNode
}
function Lines({ title, empty, lines, now, children }: LinesProps) {
  return (
    <Panel title={`${title} (${lines.length})`}>
      {lines.length === 0 && <p className="small">{empty}</p>}
      <ul className="plain-list stack">
        {lines.map((line) => (
          <li key={line.item.case} className="stack">
            <span className="row tight">
              <AppLink to={`/cases/${line.item.case}`} className="code grow">
                {line.item.subject}
              </AppLink>
              <RiskMark level={line.item.level} isRated={line.item.isRated} />
            </span>
            {line.next && <DueText face={line.next} now={now} />}
            {children(line)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
function Waits({ item }: { readonly item: CaseListItem }) {
  const { language } = useWords()
  return (
    <span className="row tight">
      {item.waits.map((wait) => (
        <AppLink key={wait} to={`/cases/${item.case}`} search={{ part: partFor(wait) }}>
          {say(waitLabels, wait, language)}
        </AppLink>
      ))}
    </span>
  )
}

interface Holders {
  readonly holders: readonly KeyHolderShown[]
}
interface AssignProps {
  readonly item: CaseListItem
  readonly caseloads: CaseFigures['caseloads']
  readonly done: () => void
}
/** Responsible and of the team in one step; what is sealed opens only once somebody who reads it hands over the key. */
function Assign({ item, caseloads, done }: AssignProps) {
  const { t } = useWords()
  const me = useMe().data
  const workers = useAnswer<Holders>('/api/keys/holders?capability=cases.work').data?.holders ?? []
  const { person } = useColleagues()
  const open = (account: string) => caseloads.find((one) => one.worker === account)?.open ?? 0
  const { send, sending, error } = useCommand<object>(`/api/cases/${item.case}/steps`)
  const [owner, setOwner] = useState('')
  const assign = async () => {
    const join = { step: 'join', account: owner, organisation: me?.organisation?.id ?? null, as: 'worker', vaults: [] }
    const named = { about: 'assessment', ask: { step: 'assign-owner', owner } }
    try {
      await send({ all: [{ about: 'access', ask: join }, named] })
    } catch {
      // Already of the team: then only the name of who is responsible changes.
      await send({ all: [named] })
    }
    setOwner('')
    done()
  }
  return (
    <div className="stack no-print">
      {item.waits.includes('key-to-hand') && <Note>{t('board.key-to-hand')}</Note>}
      <div className="row tight">
        <SelectField
          label={t('board.assign')}
          value={owner}
          options={[
            { value: '', label: t('board.choose') },
            ...workers.map(({ account }) => ({
              value: account,
              label: t('board.worker.open', { who: person(account), n: open(account) }),
            })),
          ]}
          onValue={setOwner}
        />
        <Button busy={sending} disabled={owner === ''} onClick={() => void assign().catch(() => undefined)}>
          {t('board.assign.go')}
        </Button>
      </div>
      {error && <ErrorState error={error} />}
    </div>
  )
}

function Caseloads({ figures }: { readonly figures: CaseFigures }) {
  const { t } = useWords()
  const { person } = useColleagues()
  return (
    <Panel title={t('board.caseload')}>
      {figures.caseloads.length === 0 && <p className="small">{t('board.caseload.none')}</p>}
      {figures.caseloads.length > 0 && (
        <div className="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('board.worker')}</th>
                <th scope="col">{t('board.open')}</th>
                <th scope="col">{t('board.high')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.caseloads.map((one) => (
                <tr key={one.worker}>
                  <th scope="row">{person(one.worker)}</th>
                  <td>
                    {one.open} {one.isOver && <strong>{t('board.over')}</strong>}
                  </td>
                  <td>{one.high}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Source>
        {t('board.caseload.source', { n: figures.mostForAWorker, mark: figures.mostMark })} <Settable />
      </Source>
    </Panel>
  )
}
