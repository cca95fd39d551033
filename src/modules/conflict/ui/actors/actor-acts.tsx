/* What who keeps the map may say of one actor: a further spelling, its place on the grid, how it stands to another, that two records are one. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ActorDetail, type ActorsAnswer, RelationKind, Stance } from '../../contract-actors.ts'
import { Credibility, Reliability } from '../../contract-sheets.ts'
import { DescribeAct } from './describe-act.tsx'

interface Parts {
  readonly data: ActorDetail
  readonly again: () => void
}
const pathOf = ({ id }: ActorDetail): string => `/api/conflict/actors/${id}`

export function ActorActs({ data, again }: Parts) {
  return (
    <>
      <PlaceAct data={data} again={again} />
      <RelateAct data={data} again={again} />
      <DescribeAct key={JSON.stringify([data.kind, data.areas, data.ddr, data.described])} data={data} again={again} />
      {!data.isSecret && <AliasAct data={data} again={again} />}
      {!data.isSecret && data.near.length > 0 && <MergeAct data={data} again={again} />}
    </>
  )
}

function AliasAct({ data, again }: Parts) {
  const { t } = useWords()
  const [written, setWritten] = useState('')
  const [source, setSource] = useState('')
  return (
    <ActDialog
      {...{ title: t('actors.alias'), explain: t('actors.alias.explain'), go: t('actors.alias.go'), path: `${pathOf(data)}/spellings` }}
      kind="plain"
      data={written.trim() === '' ? null : { written: written.trim(), source: source.trim() || null }}
      onDone={() => {
        setWritten('')
        again()
      }}
    >
      <TextField label={t('actors.desk.written')} hint={t('actors.no-persons')} value={written} maxLength={160} onValue={setWritten} />
      <TextField label={t('actors.desk.source')} value={source} maxLength={60} onValue={setSource} />
    </ActDialog>
  )
}

const five = ['1', '2', '3', '4', '5'] as const
function PlaceAct({ data, again }: Parts) {
  const { t } = useWords()
  const [said, setSaid] = useState({ influence: '3', interest: '3', stance: 'mixed', on: todayHere(), body: '', round: '' })
  const set = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const { influence, interest, stance, on, body, round } = said
  const isWhole = on !== '' && body.trim() !== '' && round.trim() !== ''
  const sent = { influence: Number(influence), interest: Number(interest), stance, on, body: body.trim(), round: round.trim() }
  const steps = (of: 'influence' | 'interest') => five.map((value) => ({ value: String(value), label: t(`actors.${of}.${value}`) }))
  return (
    <ActDialog
      {...{ title: t('actors.place'), explain: t('actors.place.explain'), go: t('actors.place.go'), path: `${pathOf(data)}/places` }}
      data={isWhole ? sent : null}
      missing={t('actors.place.missing')}
      onDone={again}
    >
      <SelectField label={t('actors.influence')} value={influence} options={steps('influence')} onValue={(to) => set({ influence: to })} />
      <SelectField label={t('actors.interest')} value={interest} options={steps('interest')} onValue={(to) => set({ interest: to })} />
      <SelectField
        label={t('actors.stance')}
        value={stance}
        options={Stance.options.map((value) => ({ value: String(value), label: t(`actors.stance.${value}`) }))}
        onValue={(to) => set({ stance: to })}
      />
      <TextField label={t('actors.body')} hint={t('actors.body.hint')} value={body} maxLength={160} onValue={(to) => set({ body: to })} />
      <TextField label={t('actors.round')} value={round} maxLength={60} onValue={(to) => set({ round: to })} />
      <DateField label={t('actors.on')} value={on} max={todayHere()} onValue={(to) => set({ on: to })} />
    </ActDialog>
  )
}

const fresh = { to: '', kind: 'allied', strength: '2', from: '', until: '', reliability: 'F', credibility: '6' }
function RelateAct({ data, again }: Parts) {
  const { t } = useWords()
  const [said, setSaid] = useState(fresh)
  const others = useAnswer<ActorsAnswer>('/api/conflict/actors').data?.actors.filter((one) => one.id !== data.id)
  const set = (part: Partial<typeof fresh>) => setSaid({ ...said, ...part })
  const { to, strength, from, until, ...rest } = said
  const sent = { ...rest, to, strength: Number(strength), from: from || null, until: until || null }
  return (
    <ActDialog
      {...{ title: t('actors.relate'), explain: t('actors.relate.explain', { name: data.name }), go: t('actors.relate.go') }}
      path={`${pathOf(data)}/relations`}
      kind="plain"
      data={to === '' ? null : sent}
      missing={t('actors.choose.missing')}
      onDone={() => {
        setSaid(fresh)
        again()
      }}
    >
      <SelectField
        label={t('actors.relation')}
        value={said.kind}
        options={RelationKind.options.map((value) => ({ value: String(value), label: t(`actors.relation.${value}`) }))}
        onValue={(kind) => set({ kind })}
      />
      <NamedField label={t('actors.other')} value={to} named={others} empty={t('actors.choose')} onValue={(id) => set({ to: id })} />
      <SelectField
        label={t('actors.strength')}
        value={strength}
        options={(['1', '2', '3'] as const).map((value) => ({ value: String(value), label: t(`actors.strength.${value}`) }))}
        onValue={(one) => set({ strength: one })}
      />
      <DateField label={t('actors.from')} value={from} onValue={(day) => set({ from: day })} />
      <DateField label={t('actors.until')} value={until} onValue={(day) => set({ until: day })} />
      <SelectField
        label={t('sheet-form.reliability')}
        value={said.reliability}
        options={Reliability.options.map((value) => ({ value: String(value), label: t(`sheet.reliability.${value}`) }))}
        onValue={(reliability) => set({ reliability })}
      />
      <SelectField
        label={t('sheet-form.credibility')}
        value={said.credibility}
        options={Credibility.options.map((value) => ({ value: String(value), label: t(`sheet.credibility.${value}`) }))}
        onValue={(credibility) => set({ credibility })}
      />
    </ActDialog>
  )
}

function MergeAct({ data, again }: Parts) {
  const { t } = useWords()
  const [into, setInto] = useState('')
  return (
    <ActDialog
      {...{ title: t('actors.merge'), explain: t('actors.merge.explain', { name: data.name }), go: t('actors.merge.go') }}
      path={`${pathOf(data)}/mergers`}
      kind="danger"
      data={into === '' ? null : { into }}
      missing={t('actors.choose.missing')}
      onDone={again}
    >
      <NamedField label={t('actors.merge.into')} value={into} named={data.near} empty={t('actors.choose')} onValue={setInto} />
    </ActDialog>
  )
}
