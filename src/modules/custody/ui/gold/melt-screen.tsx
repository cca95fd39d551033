/*
Two acts on what is in hand: a melt of sachets and bars into bars, with what the fire took; and a shipment, which becomes a lot for export. Both
to the milligram, with the balance in sight before anybody sends.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { GoldRow } from '../../contract-gold.ts'
import { fineBalance, meltLoss, twoScales } from '../../domain/gold/gold-rules.ts'
import { fineOf, shareLost } from '../../domain/gold/worth.ts'
import { Findings } from '../lots/findings.tsx'
import { FinenessFields, type FinenessTexts, GoldMassField, finenessData } from './gold-fields.tsx'
import { gramsText, milligramsOf, shareText } from './gold-figures.ts'
import { type Draws, type DrawnGold, GoldInputs, sumGold } from './gold-inputs.tsx'

export const MeltScreen = () => <GoldAct act="melt" />
export const ShipScreen = () => <GoldAct act="ship" />

function GoldAct({ act }: { readonly act: 'melt' | 'ship' }) {
  const { t } = useWords()
  const own = useMe().data?.organisation?.id
  const { data, answer, error, again } = useAnswer<{ readonly lots: readonly GoldRow[] }>('/api/gold/lots')
  const rows = data?.lots.filter(
    ({ lot }) => lot.holder === own && lot.state === 'held' && (lot.remainingMilligrams ?? 0) > 0 && lot.kind !== 'export-lot',
  )
  return (
    <Page
      title={t(`gold.${act}`)}
      under={t(`gold.${act}.explain`)}
      crumbs={<AppLink to="/gold">{t('gold.title')}</AppLink>}
      answer={answer}
    >
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !rows ? (
        <Loading />
      ) : rows.length === 0 ? (
        <EmptyState title={t('gold.inputs.none')}>{t('gold.inputs.none.do')}</EmptyState>
      ) : act === 'melt' ? (
        <MeltForm rows={rows} />
      ) : (
        <ShipForm rows={rows} />
      )}
    </Page>
  )
}

const noBar = { serial: '', role: 'bar', mass: '', fineness: '', method: 'xrf', uncertainty: '' }
type Bar = typeof noBar
const barOf = (bar: Bar) => {
  const [massMilligrams, fineness] = [milligramsOf(bar.mass), finenessData(bar)]
  return massMilligrams === null || fineness === null || bar.serial.trim() === ''
    ? null
    : { serial: bar.serial.trim(), role: bar.role, massMilligrams, ...fineness }
}

function MeltForm({ rows }: { readonly rows: readonly GoldRow[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [draws, setDraws] = useState<Draws>(new Map())
  const [bars, setBars] = useState<readonly Bar[]>([noBar])
  const [texts, setTexts] = useState(() => ({ number: '', place: '', day: todayHere() }))
  const { send, sending, error } = useCommand('/api/gold/melts')
  const drawn = sumGold(rows, draws)
  const outputs = bars.map(barOf)
  const whole = outputs.filter((one) => one !== null)
  const ready = drawn.isGood && whole.length === bars.length && texts.number.trim() !== '' && texts.day !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const place = texts.place.trim() || undefined
    const data = { number: texts.number.trim(), place, meltedOn: texts.day, inputs: drawn.inputs, outputs: whole }
    if (await send(data).catch(() => null)) await navigate({ to: '/gold' })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <GoldInputs rows={rows} draws={draws} setDraws={setDraws} drawn={drawn} />
      <div className="columns">
        <Panel title={t('gold.melt.facts')}>
          <div className="stack">
            <TextField
              label={t('gold.melt.number')}
              hint={t('gold.melt.number.hint')}
              value={texts.number}
              onValue={(number) => setTexts({ ...texts, number })}
              maxLength={40}
              required
            />
            <TextField
              label={t('act.process.place')}
              value={texts.place}
              onValue={(place) => setTexts({ ...texts, place })}
              maxLength={120}
            />
            <DateField
              label={t('gold.melt.day')}
              value={texts.day}
              onValue={(day) => setTexts({ ...texts, day })}
              max={todayHere()}
              required
            />
          </div>
        </Panel>
        {bars.map((bar, at) => (
          <BarFields
            key={at}
            at={at}
            bar={bar}
            onBar={(part) => setBars(bars.map((one, other) => (other === at ? { ...one, ...part } : one)))}
            onRemove={bars.length > 1 ? () => setBars(bars.filter((_, other) => other !== at)) : null}
          />
        ))}
        <MeltBalance rows={rows} draws={draws} drawn={drawn} outputs={whole} />
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button onClick={() => setBars([...bars, noBar])}>{t('gold.bar.add')}</Button>
        <Button kind="primary" type="submit" busy={sending} disabled={!ready}>
          {t('gold.melt.go')}
        </Button>
      </div>
    </form>
  )
}

interface BarProps {
  readonly at: number
  readonly bar: Bar
  readonly onBar: (part: Partial<Bar>) => void
  readonly onRemove: (() => void) | null
}
function BarFields({ at, bar, onBar, onRemove }: BarProps) {
  const { t } = useWords()
  const set = (part: Partial<FinenessTexts>) => onBar(part)
  return (
    <Panel title={t('gold.bar', { n: at + 1 })} aside={onRemove && <Button onClick={onRemove}>{t('gold.bar.remove')}</Button>}>
      <div className="stack">
        <TextField label={t('gold.bar.serial')} value={bar.serial} onValue={(serial) => onBar({ serial })} maxLength={60} required />
        <SelectField
          label={t('gold.bar.role')}
          value={bar.role}
          options={(['bar', 'remainder'] as const).map((one) => ({ value: one, label: t(`gold.bar.role.${one}`) }))}
          onValue={(role) => onBar({ role })}
        />
        <GoldMassField label={t('gold.mass')} value={bar.mass} onValue={(mass) => onBar({ mass })} />
        <FinenessFields texts={bar} set={set} />
      </div>
    </Panel>
  )
}

type Output = NonNullable<ReturnType<typeof barOf>>
function MeltBalance({
  rows,
  draws,
  drawn,
  outputs,
}: {
  readonly rows: readonly GoldRow[]
  readonly draws: Draws
  readonly drawn: DrawnGold
  readonly outputs: readonly Output[]
}) {
  const { t, language } = useWords()
  if (drawn.milligrams === 0 || outputs.length === 0) return null
  const outputMilligrams = outputs.reduce((sum, one) => sum + one.massMilligrams, 0)
  const outputFineMilligrams = outputs.reduce((sum, one) => sum + fineOf(one.massMilligrams, one.finenessTenthsPerMille), 0)
  const forms = rows.flatMap((row) => (draws.has(row.lot.id) && row.form !== null ? [row.form] : []))
  const figures = {
    ...{ inputMilligrams: drawn.milligrams, outputMilligrams, inputFineMilligrams: drawn.fineMilligrams, outputFineMilligrams, forms },
  }
  const found = [meltLoss(figures), fineBalance(figures)].filter((one) => one !== null)
  return (
    <Panel title={t('gold.balance')}>
      <div className="stack" role="status">
        <Pairs
          lines={[
            [t('gold.balance.in'), gramsText(language, drawn.milligrams)],
            [t('gold.balance.out'), gramsText(language, outputMilligrams)],
            [
              t('gold.balance.loss'),
              `${gramsText(language, drawn.milligrams - outputMilligrams)} (${shareText(language, shareLost(drawn.milligrams, outputMilligrams))})`,
            ],
            ...(drawn.fineMilligrams === null ? [] : [[t('gold.balance.fine.in'), gramsText(language, drawn.fineMilligrams)] as const]),
            [t('gold.balance.fine.out'), gramsText(language, outputFineMilligrams)],
          ]}
        />
        {found.length > 0 && <Findings findings={found} />}
        <Source>{t('gold.balance.source')}</Source>
      </div>
    </Panel>
  )
}

function ShipForm({ rows }: { readonly rows: readonly GoldRow[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [draws, setDraws] = useState<Draws>(new Map())
  const [texts, setTexts] = useState(() => ({ number: '', mass: '', day: todayHere() }))
  const { send, sending, error } = useCommand('/api/gold/shipments')
  const drawn = sumGold(rows, draws)
  const massMilligrams = milligramsOf(texts.mass)
  const ready = drawn.isGood && massMilligrams !== null && texts.number.trim() !== '' && texts.day !== ''
  const apart = massMilligrams === null || drawn.milligrams === 0 ? null : twoScales(texts.number, drawn.milligrams, massMilligrams)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const receipt = await send({ number: texts.number.trim(), massMilligrams, formedOn: texts.day, inputs: drawn.inputs }).catch(() => null)
    if (receipt) await navigate({ to: `/lots/${madeId(receipt)}` })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <GoldInputs rows={rows} draws={draws} setDraws={setDraws} drawn={drawn} />
      <Panel title={t('gold.ship.lot')}>
        <div className="stack">
          <TextField
            label={t('combine.number')}
            value={texts.number}
            onValue={(number) => setTexts({ ...texts, number })}
            maxLength={40}
            required
          />
          <DateField label={t('combine.day')} value={texts.day} onValue={(day) => setTexts({ ...texts, day })} max={todayHere()} required />
          <GoldMassField label={t('gold.ship.mass')} value={texts.mass} onValue={(mass) => setTexts({ ...texts, mass })} />
          {apart && <Note live>{t('gold.apart')}</Note>}
        </div>
      </Panel>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={!ready}>
          {t('gold.ship.go')}
        </Button>
      </div>
    </form>
  )
}
