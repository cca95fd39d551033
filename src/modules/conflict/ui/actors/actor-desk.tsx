/*
Spellings of lists that fit no actor exactly: a person says that one is the same as an actor, a new one, or nothing to tell. Nothing is joined by itself, and
what is left out is not kept in words.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ActorDesk, ActorKind, type ActorLine, LeavingReason, type WaitingSpelling } from '../../contract-actors.ts'

interface DeskProps {
  readonly actors: readonly ActorLine[]
  readonly onDone: () => void
}
export function ActorDeskPanel({ actors, onDone }: DeskProps) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<ActorDesk>('/api/conflict/actor-desk')
  const done = () => {
    again()
    onDone()
  }
  const columns: readonly Column<WaitingSpelling>[] = [
    said('written', t('actors.desk.written'), (row) => row.written),
    said('source', t('actors.desk.source'), (row) => row.source),
    said('near', t('actors.desk.near'), (row) => row.near.map((one) => one.name).join(', ') || t('actors.desk.near.none')),
    {
      ...{ key: 'acts', header: t('actors.desk.say'), value: () => '' },
      cell: (row) => (
        <div className="row tight no-print">
          <SameAct spelling={row} actors={actors} onDone={done} />
          <NewAct spelling={row} onDone={done} />
          <LeaveAct spelling={row} onDone={done} />
        </div>
      ),
    },
  ]
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  if (data.total === 0) return null
  return (
    <Panel title={t('actors.desk')} aside={<span className="small">{data.total}</span>}>
      {data.waiting.length < data.total && <Note tone="calm">{t('actors.desk.first', { n: data.waiting.length, total: data.total })}</Note>}
      <DataTable
        {...{ caption: t('actors.desk'), file: '', rows: data.waiting, columns, plain: true, empty: null }}
        rowKey={(row) => row.written}
        order="written"
        prefix="desk."
      />
      <Source>{[t('actors.desk.rule'), data.leftOut > 0 ? t('actors.desk.left-out', { n: data.leftOut }) : ''].join(' ')}</Source>
    </Panel>
  )
}

interface ActParts {
  readonly spelling: WaitingSpelling
  readonly onDone: () => void
}
function SameAct({ spelling: { written, source, near }, actors, onDone }: ActParts & Pick<DeskProps, 'actors'>) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<string>(near[0]?.id ?? '')
  const first = new Set<string>(near.map((one) => one.id))
  const named = [...near, ...actors.filter((one) => !one.isSecret && !first.has(one.id))]
  return (
    <ActDialog
      {...{ title: t('actors.desk.same'), explain: t('actors.desk.same.explain', { written }), go: t('actors.desk.same.go') }}
      path={`/api/conflict/actors/${chosen}/spellings`}
      kind="plain"
      data={chosen === '' ? null : { written, source }}
      missing={t('actors.choose.missing')}
      onDone={onDone}
    >
      <NamedField label={t('actors.one')} value={chosen} named={named} empty={t('actors.choose')} onValue={setChosen} />
    </ActDialog>
  )
}
function NewAct({ spelling: { written }, onDone }: ActParts) {
  const { t } = useWords()
  const [actor] = useState(newId)
  const [kind, setKind] = useState('armed-group')
  return (
    <ActDialog
      {...{ title: t('actors.desk.new'), explain: t('actors.desk.new.explain', { written }), go: t('actors.register.go') }}
      path="/api/conflict/actors"
      kind="plain"
      data={{ actor, name: written, secret: null, kind, areas: [], ddr: 'not-known', described: null }}
      onDone={onDone}
    >
      <SelectField
        label={t('actors.kind')}
        value={kind}
        options={ActorKind.options.map((value) => ({ value: String(value), label: t(`actors.kind.${value}`) }))}
        onValue={setKind}
      />
    </ActDialog>
  )
}
function LeaveAct({ spelling: { written }, onDone }: ActParts) {
  const { t } = useWords()
  const [why, setWhy] = useState<LeavingReason>('person')
  return (
    <ActDialog
      {...{ title: t('actors.desk.leave'), explain: t('actors.desk.leave.explain', { written }), go: t('actors.desk.leave.go') }}
      path="/api/conflict/actor-desk/leavings"
      kind="plain"
      data={{ written, why }}
      onDone={onDone}
    >
      <SelectField
        label={t('actors.desk.leave.why')}
        value={why}
        options={LeavingReason.options.map((value) => ({ value, label: t(`actors.desk.leave.${value}`) }))}
        onValue={setWhy}
      />
    </ActDialog>
  )
}
