/*
A referral is written: a service from the directory, exactly what goes, by when an answer is asked. A field outside the consent cannot be ticked and says
why. What is said in words is sealed here to the readers of the receiving body; where nobody there has a key, only codes go, or a slip.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { PackageBox } from '../../contract.ts'
import type { DirectoryAnswer, ServicePointLine } from '../../contract-directory.ts'
import { fieldLabels } from '../../domain/consent/consent-labels.ts'
import { say } from '../../domain/identification/labels.ts'
import { urgencyLabels } from '../../domain/referral/referral-labels.ts'
import { type Suggestion, suggestions } from '../../domain/referral/service-point.ts'
import { type PackageField, type ReferralCommand, ServiceType } from '../../domain/referral/referral-words.ts'
import type { Bodies } from '../consent/bodies.ts'
import { bandFor } from '../consent/consent-draft.ts'
import { optionsOf } from '../consent/consent-form.tsx'
import { FreshnessMark, PhoneLink, SafeMark } from '../directory/point-marks.tsx'
import { admitted, askHolders } from '../file/ask-keys.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { type PackageTexts, sealPackage } from '../vault/package.ts'
import { type FieldPlan, gateFor, packagePlan, respondBy } from './package-plan.ts'
import '../directory/directory.css'

interface Props extends PartProps {
  readonly bodies: Bodies
  readonly onDone: () => void
}
const URGENCIES = ['high', 'medium', 'low'] as const
const CHANNELS = ['in-system', 'paper-code', 'phone'] as const

export function ReferralForm({ work, bodies, onDone }: Props) {
  const { t, language } = useWords()
  const [service, setService] = useState<ServiceType>('medical')
  const [point, setPoint] = useState<ServicePointLine | null>(null)
  return (
    <Panel title={t('referral.new')}>
      <div className="stack">
        <SelectField
          label={t('consent.service')}
          value={service}
          options={ServiceType.options.map((value) => ({ value, label: t(`directory.type.${value}`) }))}
          onValue={(chosen) => {
            setService(chosen)
            setPoint(null)
          }}
        />
        {point === null ? (
          <Offered work={work} service={service} onChosen={setPoint} />
        ) : (
          <Package key={point.id} work={work} bodies={bodies} point={point} service={service} onDone={onDone} />
        )}
        <div className="form-actions">
          {point !== null && <Button onClick={() => setPoint(null)}>{t('referral.other-point')}</Button>}
          <Button onClick={onDone}>{t('app.close')}</Button>
        </div>
        <Source>{t('referral.clock', { level: say(urgencyLabels, 'high', language) })}</Source>
      </div>
    </Panel>
  )
}

/** The same rule as on the server, on the list that lies here: what the person needs is asked of nobody. */
function Offered({
  work,
  service,
  onChosen,
}: PartProps & { readonly service: ServiceType; readonly onChosen: (point: ServicePointLine) => void }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<DirectoryAnswer>('/api/service-points')
  if (error && !data) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { profile } = work.whole
  const points = data.points.map(({ id, facts, freePlaces, verifiedOn }) => ({
    ...{ id, ...facts, organisation: facts.organisation ?? facts.name, freePlaces, verifiedOn, languages: facts.languages.map(plainCode) },
  }))
  const need = {
    ...{ type: service, area: null, ageBand: bandFor(profile)?.band ?? '', gender: profile?.gender ?? 'NonSpecifiedUnknown' },
    ...{ languages: (profile?.languages ?? []).map(plainCode), needsAccess: profile?.disability === 'cannot-do-at-all' },
  }
  const offered = suggestions(points, need, todayHere())
  if (offered.length === 0) return <EmptyState title={t('directory.find.none')}>{t('directory.find.none.do')}</EmptyState>
  return (
    <ul className="plain-list">
      {offered.map(({ point, cautions }) => {
        const line = data.points.find((one) => one.id === point.id)
        return line ? <OfferedPoint key={line.id} line={line} cautions={cautions} onChosen={onChosen} /> : null
      })}
    </ul>
  )
}
/** A directory may say `sw` where a file says `swa`. */
function plainCode(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code
  } catch {
    return code
  }
}
interface OfferedProps {
  readonly line: ServicePointLine
  readonly cautions: Suggestion['cautions']
  readonly onChosen: (point: ServicePointLine) => void
}
function OfferedPoint({ line, cautions, onChosen }: OfferedProps) {
  const { t } = useWords()
  return (
    <li className="panel stack">
      <b>{line.facts.name}</b>
      <span>
        {line.areaName} · <FreshnessMark point={line} /> · <SafeMark facts={line.facts} /> · <PhoneLink phone={line.facts.phone} />
      </span>
      {cautions.length > 0 && <span className="small">{cautions.map((one) => t(`directory.caution.${one}`)).join(' · ')}</span>}
      {line.facts.organisation === null ? (
        <span className="small">{t('referral.not-in-chanzo')}</span>
      ) : (
        <Button onClick={() => onChosen(line)}>{t('referral.choose')}</Button>
      )}
    </li>
  )
}

interface PackageProps extends Props {
  readonly point: ServicePointLine
  readonly service: ServiceType
}
function Package({ work, bodies, point, service, onDone }: PackageProps) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const [urgency, setUrgency] = useState<(typeof URGENCIES)[number]>('high')
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('in-system')
  const [texts, setTexts] = useState<PackageTexts>({})
  const recipient = asId('organisation', point.facts.organisation ?? '')
  const asked = { file: work.whole.file, profile: work.whole.profile, recipient, service, at: work.now }
  const plan = packagePlan(asked)
  const [chosen, setChosen] = useState<readonly PackageField[]>(() =>
    plan.filter((one) => one.refusal === null && one.isMinimum && one.isCoded).map((one) => one.field),
  )
  const gate = gateFor(asked)
  const due = respondBy(urgency, work.now)
  const send = async () => {
    const sent = await act(async () => {
      const referral = asId('referral', newId())
      const said = Object.fromEntries(
        Object.entries(texts).filter(([field, text]) => chosen.some((one) => one === field) && text.trim() !== ''),
      )
      const boxes = await boxesFor({ account: work.account, referral, recipient, texts: said })
      if (!boxes.ok) return boxes
      const draft: ReferralCommand = {
        step: 'draft',
        referral,
        recipient,
        servicePoint: point.id,
        service,
        urgency,
        channel,
        package: [...chosen],
      }
      return accepted({
        all: [
          { about: 'referral', ask: draft },
          { about: 'referral', ask: { step: 'send', referral, respondBy: due } },
        ],
        beside: { packages: boxes.value },
      })
    })
    if (sent) onDone()
  }
  if (gate !== null)
    return (
      <Note tone="red" live>
        <b>{point.facts.name}</b> · {bodies.name(recipient)}
        <p>{refusalText(gate.code, gate.facts)}</p>
      </Note>
    )
  return (
    <div className="stack">
      <b>
        {point.facts.name} · {bodies.name(recipient)}
      </b>
      <How urgency={urgency} setUrgency={setUrgency} channel={channel} setChannel={setChannel} />
      <FieldsToSend plan={plan} chosen={chosen} setChosen={setChosen} texts={texts} setTexts={setTexts} />
      <p>
        {t('referral.respond-by')} <InstantText at={due} />
      </p>
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={chosen.length === 0} onClick={() => void send()}>
          {t('referral.send')}
        </Button>
      </div>
    </div>
  )
}

interface HowProps {
  readonly urgency: (typeof URGENCIES)[number]
  readonly setUrgency: (urgency: (typeof URGENCIES)[number]) => void
  readonly channel: (typeof CHANNELS)[number]
  readonly setChannel: (channel: (typeof CHANNELS)[number]) => void
}
function How({ urgency, setUrgency, channel, setChannel }: HowProps) {
  const { t, language } = useWords()
  return (
    <>
      <Choice legend={t('referral.urgency')} value={urgency} options={optionsOf(urgencyLabels, URGENCIES, language)} onValue={setUrgency} />
      <SelectField
        label={t('referral.channel')}
        value={channel}
        options={CHANNELS.map((value) => ({ value, label: t(`referral.channel.${value}`) }))}
        onValue={setChannel}
      />
    </>
  )
}

interface FieldsProps {
  readonly plan: readonly FieldPlan[]
  readonly chosen: readonly PackageField[]
  readonly setChosen: (chosen: readonly PackageField[]) => void
  readonly texts: PackageTexts
  readonly setTexts: (texts: PackageTexts) => void
}
function FieldsToSend({ plan, chosen, setChosen, texts, setTexts }: FieldsProps) {
  const { t, language } = useWords()
  const may = plan.filter((one) => one.refusal === null)
  const not = plan.filter((one) => one.refusal !== null)
  const [first] = not
  return (
    <div className="field" role="group" aria-label={t('referral.what-goes')}>
      <strong>{t('referral.what-goes')}</strong>
      {may.map(({ field, isCoded }) => (
        <div key={field}>
          <CheckChoice
            label={say(fieldLabels, field, language)}
            hint={t(isCoded ? 'referral.coded' : 'referral.sealed')}
            checked={chosen.includes(field)}
            onChecked={(isOn) => setChosen(isOn ? [...chosen, field] : chosen.filter((one) => one !== field))}
          />
          {!isCoded && chosen.includes(field) && (
            <LongTextField
              sealed
              label={say(fieldLabels, field, language)}
              rows={2}
              maxLength={2000}
              value={texts[field] ?? ''}
              onValue={(text) => setTexts({ ...texts, [field]: text })}
            />
          )}
        </div>
      ))}
      {first?.refusal && (
        <details>
          <summary>{t('referral.not-covered', { n: not.length })}</summary>
          <p className="small">{not.map(({ field }) => say(fieldLabels, field, language)).join(', ')}</p>
          <p className="small">{refusalText(first.refusal.code, first.refusal.facts)}</p>
        </details>
      )}
    </div>
  )
}

interface BoxesAsked {
  readonly account: string
  readonly referral: string
  readonly recipient: string
  readonly texts: PackageTexts
}
/** Nothing said in words needs no box; what is said needs somebody there who can open it. */
async function boxesFor({ account, referral, recipient, texts }: BoxesAsked): Promise<Outcome<readonly PackageBox[]>> {
  if (Object.keys(texts).length === 0) return accepted([])
  const trusted = await admitted(account, await askHolders({ organisation: recipient, capability: 'cases.receive' }))
  if (!trusted.ok) return trusted
  if (trusted.value.length === 0) return refused('receiver-without-key')
  const boxes: PackageBox[] = []
  for (const holder of trusted.value) {
    const box = await sealPackage(referral, texts, holder)
    if (!box.ok) return box
    boxes.push(box.value)
  }
  return accepted(boxes)
}
