/* What may be done with a warning: judged, graded, shared, answered, closed, made an incident. Where persons are touched there is no field for words. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import {
  type Assessment,
  FalseReason,
  FeedbackWay,
  type ResponderLine,
  ResponseKind,
  WarningBasis,
  type WarningFull,
  WarningType,
} from '../../contract-warnings.ts'
import { severityText } from './warning-marks.tsx'

interface Parts {
  readonly data: WarningFull
  readonly again: () => void
}
const pathOf = ({ line }: WarningFull): string => `/api/conflict/warnings/${line.id}`

export function WarningActs({ data, again }: Parts) {
  const { state, assessment } = data.line
  const canClose = state === 'response' || assessment === 'false'
  return (
    <>
      {data.unsure.length > 0 && <Settle data={data} again={again} />}
      <Assess data={data} again={again} />
      {state !== 'received' && <Share data={data} again={again} />}
      <Grade data={data} again={again} />
      {assessment === 'verified' && data.incident === null && <Incident data={data} again={again} />}
      {canClose && <Close data={data} again={again} />}
    </>
  )
}

/** No field at all where persons are touched: the server would refuse it. */
function useNote(data: WarningFull) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  if (data.touchesPersons || data.unsure.includes('type')) return { field: null, more: {} }
  return {
    field: <LongTextField label={t('warning.words')} hint={t('warning.words.hint')} value={words} onValue={setWords} maxLength={400} />,
    more: words.trim() === '' ? {} : { words: words.trim() },
  }
}

function Assess({ data, again }: Parts) {
  const { t } = useWords()
  const [as, setAs] = useState<Assessment | ''>('')
  const [basis, setBasis] = useState('two-sources')
  const [because, setBecause] = useState<FalseReason | ''>('')
  const { field, more } = useNote(data)
  const isWhole = as !== '' && (as !== 'false' || because !== '')
  return (
    <ActDialog
      {...{
        title: t('warning.assess'),
        explain: t('warning.assess.explain'),
        go: t('warning.assess.go'),
        path: `${pathOf(data)}/assessments`,
      }}
      kind={data.line.state === 'received' ? 'primary' : 'plain'}
      data={isWhole ? { as, basis, ...(as === 'false' ? { because } : {}), ...more } : null}
      onDone={again}
    >
      <Choice
        legend={t('warning.assess.as')}
        value={as}
        options={(['verified', 'unverified', 'false'] as const).map((value) => ({ value, label: t(`warning.state.${value}`) }))}
        onValue={setAs}
      />
      <SelectField
        label={t('warning.basis')}
        value={basis}
        options={WarningBasis.options.map((value) => ({ value: String(value), label: t(`warning.basis.${value}`) }))}
        onValue={setBasis}
      />
      {as === 'false' && (
        <Choice
          legend={t('warning.because')}
          value={because}
          options={FalseReason.options.map((value) => ({ value, label: t(`warning.because.${value}`) }))}
          onValue={setBecause}
        />
      )}
      {field}
    </ActDialog>
  )
}

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
function Settle({ data, again }: Parts) {
  const { t } = useWords()
  const [type, setType] = useState<string>(data.unsure.includes('type') ? '' : data.line.type)
  const [severity, setSeverity] = useState(data.unsure.includes('severity') ? '' : String(data.line.severity))
  const [territoire, setTerritoire] = useState(data.unsure.includes('place') ? '' : data.line.territoire)
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas ?? []
  const choose = { value: '', label: t('incident-new.choose') }
  return (
    <ActDialog
      {...{ title: t('warning.settle'), explain: t('warning.settle.explain'), go: t('warning.settle.go') }}
      path={`${pathOf(data)}/settlements`}
      kind="primary"
      data={type === '' || severity === '' || territoire === '' ? null : { type, severity: Number(severity), territoire }}
      onDone={again}
    >
      <SelectField
        label={t('warning.type')}
        value={type}
        options={[choose, ...WarningType.options.map((value) => ({ value: String(value), label: t(`warning.type.${value}`) }))]}
        onValue={setType}
      />
      <SelectField
        label={t('warning.severity')}
        value={severity}
        options={[choose, ...[5, 4, 3, 2, 1].map((value) => ({ value: String(value), label: `${value} · ${severityText(t, value)}` }))]}
        onValue={setSeverity}
      />
      <NamedField
        label={t('warnings.zone')}
        value={territoire}
        named={areas.map(({ code, name }) => ({ id: code, name }))}
        empty={t('incident-new.choose')}
        onValue={setTerritoire}
      />
    </ActDialog>
  )
}

function Grade({ data, again }: Parts) {
  const { t } = useWords()
  const [severity, setSeverity] = useState(String(data.line.severity))
  const [why, setWhy] = useState('more-known')
  const { field, more } = useNote(data)
  return (
    <ActDialog
      {...{ title: t('warning.grade'), explain: t('warning.grade.explain'), go: t('warning.grade.go'), path: `${pathOf(data)}/severities` }}
      kind="plain"
      data={Number(severity) === data.line.severity ? null : { severity: Number(severity), why, ...more }}
      onDone={again}
    >
      <SelectField
        label={t('warning.severity')}
        value={severity}
        options={[5, 4, 3, 2, 1].map((value) => ({ value: String(value), label: `${value} · ${severityText(t, value)}` }))}
        onValue={setSeverity}
      />
      <SelectField
        label={t('warning.why')}
        value={why}
        options={(['more-known', 'grew', 'eased', 'mistyped'] as const).map((value) => ({
          value: String(value),
          label: t(`warning.why.${value}`),
        }))}
        onValue={setWhy}
      />
      {field}
    </ActDialog>
  )
}

interface Bodies {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}
function Share({ data, again }: Parts) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [words, setWords] = useState('')
  const bodies = useAnswer<Bodies>('/api/organisations').data?.organisations ?? []
  const known = new Set<string>(data.responders.map((one) => one.organisation))
  const free = bodies.filter((one) => !known.has(one.id)).toSorted((a, b) => a.name.localeCompare(b.name))
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <ActDialog
      {...{ title: t('warning.share'), explain: t('warning.share.explain'), go: t('warning.share.go'), path: `${pathOf(data)}/shares` }}
      kind={data.responders.length === 0 ? 'primary' : 'plain'}
      data={
        chosen.length === 0 || chosen.length > 12 ? null : { responders: chosen, ...(words.trim() === '' ? {} : { words: words.trim() }) }
      }
      missing={t('warning.share.missing')}
      onDone={() => {
        setChosen([])
        setWords('')
        again()
      }}
    >
      {!data.touchesPersons && (
        <LongTextField
          {...{ label: t('warning.share.words'), hint: t('warning.share.words.hint'), maxLength: 400 }}
          value={words}
          onValue={setWords}
        />
      )}
      {free.map((one) => (
        <CheckChoice key={one.id} label={one.name} checked={chosen.includes(one.id)} onChecked={(on) => toggle(one.id, on)} />
      ))}
    </ActDialog>
  )
}

function Close({ data, again }: Parts) {
  const { t } = useWords()
  const [feedback, setFeedback] = useState<FeedbackWay | ''>('')
  const [unanswered, setUnanswered] = useState('')
  const { field, more } = useNote(data)
  const isMissing = data.line.assessment !== 'false' && data.line.answered < data.line.responders
  const isWhole = feedback !== '' && (!isMissing || unanswered !== '')
  return (
    <ActDialog
      {...{ title: t('warning.close'), explain: t('warning.close.explain'), go: t('warning.close.go'), path: `${pathOf(data)}/closings` }}
      data={isWhole ? { feedback, ...(isMissing ? { unanswered } : {}), ...more } : null}
      onDone={again}
    >
      <Choice
        legend={t('warning.feedback')}
        value={feedback}
        options={FeedbackWay.options.map((value) => ({ value, label: t(`warning.way.${value}`) }))}
        onValue={setFeedback}
      />
      <Source>{t('warning.close.second')}</Source>
      {isMissing && (
        <SelectField
          label={t('warning.unanswered')}
          value={unanswered}
          options={[
            { value: '', label: t('incident-new.choose') },
            ...(['not-needed', 'no-contact', 'answered-elsewhere'] as const).map((value) => ({
              value,
              label: t(`warning.unanswered.${value}`),
            })),
          ]}
          onValue={setUnanswered}
        />
      )}
      {field}
    </ActDialog>
  )
}

function Incident({ data, again }: Parts) {
  const { t } = useWords()
  return (
    <ActDialog
      {...{
        title: t('warning.incident'),
        explain: t('warning.incident.explain'),
        go: t('warning.incident.go'),
        path: `${pathOf(data)}/incidents`,
      }}
      kind="plain"
      data={{}}
      onDone={again}
    >
      {null}
    </ActDialog>
  )
}

export function ResponderActs({ data, one, again }: Parts & { readonly one: ResponderLine }) {
  const { t } = useWords()
  const [did, setDid] = useState<readonly string[]>([])
  const [doneOn, setDoneOn] = useState(todayHere())
  const { field, more } = useNote(data)
  const { organisation, name } = one
  return (
    <div className="row tight no-print">
      {one.acknowledgedAt === null && (
        <ActDialog
          {...{ title: t('warning.acknowledge'), explain: t('warning.acknowledge.explain', { name }), go: t('warning.acknowledge.go') }}
          path={`${pathOf(data)}/acknowledgements`}
          kind="plain"
          data={{ organisation }}
          onDone={again}
        >
          {null}
        </ActDialog>
      )}
      <ActDialog
        {...{ title: t('warning.respond'), explain: t('warning.respond.explain', { name }), go: t('warning.respond.go') }}
        path={`${pathOf(data)}/responses`}
        kind="plain"
        data={did.length === 0 || doneOn === '' ? null : { organisation, did, doneOn, ...more }}
        missing={t('warning.respond.missing')}
        onDone={again}
      >
        {ResponseKind.options.map((value) => (
          <CheckChoice
            key={value}
            label={t(`warning.did.${value}`)}
            checked={did.includes(value)}
            onChecked={(on) => setDid(on ? [...did, value] : did.filter((other) => other !== value))}
          />
        ))}
        <DateField label={t('warning.done-on')} value={doneOn} max={todayHere()} onValue={setDoneOn} />
        {field}
      </ActDialog>
    </div>
  )
}
