/* The run-book of one breach: what is next, its clocks, persons by the code of their file. It has no field in which a name would fit. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { BreachDetail } from '../../contract-breach.ts'
import { codesOf } from './breach-form.ts'
import { PersonLines } from './breach-persons.tsx'
import { Clocks } from './breaches-panel.tsx'

const hows = ['keys-revoked', 'access-removed', 'device-wiped', 'office-locked', 'recalled', 'other'] as const
const lessons = [
  ...(['access-narrowed', 'device-rules', 'training', 'procedure', 'partner-changed', 'fewer-data', 'nothing-to-change'] as const),
]

export function BreachScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<BreachDetail>(`/api/breaches/${params['breach'] ?? ''}`)
  return (
    <Page
      title={t('breach.title')}
      under={data && t(`breach.exposure.${data.exposure}`)}
      crumbs={<AppLink to="/safety">{t('shield.title')}</AppLink>}
      answer={answer}
      discreet
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <PrintMark code={data.id.slice(-8)} />
          {data.isDrill && <Note tone="calm">{t('breach.drill')}</Note>}
          <div className="columns">
            <Panel title={t('breach.steps')}>
              <NextStep breach={data} done={again} />
            </Panel>
            <Panel title={t('breach.clock')}>
              <Clocks clocks={data.clocks} />
              <Reached breach={data} />
              <Source>{t('breach.clock.source')}</Source>
            </Panel>
          </div>
          <Panel title={t('breach.persons')} aside={<AddCodes breach={data} done={again} />}>
            {data.codes.length === 0 ? <EmptyState title={t('breach.persons.none')} /> : <PersonLines breach={data} done={again} />}
          </Panel>
        </>
      )}
    </Page>
  )
}

function Reached({ breach }: { readonly breach: BreachDetail }) {
  const { t } = useWords()
  return (
    <ul className="plain-list small">
      {breach.reached.map(({ state, at }) => (
        <li key={state}>
          {t(`breach.state.${state}`)} · <InstantText at={at} />
        </li>
      ))}
      {breach.lessons.length > 0 && (
        <li>
          {t('breach.lessons')} :{' '}
          {lessons
            .filter((one) => breach.lessons.includes(one))
            .map((one) => t(`breach.lesson.${one}`))
            .join(', ')}
        </li>
      )}
    </ul>
  )
}

interface Acting {
  readonly breach: BreachDetail
  readonly done: () => void
}
/** One button for where the run-book stands. */
function NextStep({ breach, done }: Acting) {
  const { t } = useWords()
  const path = `/api/breach-steps/${breach.id}`
  const plain = { path, onDone: done, go: t('breach.go') }
  switch (breach.state) {
    case 'detected':
      return <Contain breach={breach} done={done} />
    case 'contained':
      return (
        <ActDialog {...plain} title={t('breach.assessed')} explain={t('breach.assessed.explain')} data={{ step: 'finish-assessment' }}>
          {null}
        </ActDialog>
      )
    case 'risk-assessed':
      return (
        <ActDialog {...plain} title={t('breach.warned')} explain={t('breach.warned.explain')} data={{ step: 'finish-warning' }}>
          {null}
        </ActDialog>
      )
    case 'subjects-warned':
      return <Notify breach={breach} done={done} />
    case 'authority-notified':
      return (
        <ActDialog {...plain} title={t('breach.remediate')} explain={t('breach.remediate.explain')} data={{ step: 'remediate' }}>
          {null}
        </ActDialog>
      )
    case 'remediated':
      return <Learn breach={breach} done={done} />
    case 'lessons':
      return <Note tone="good">{t('breach.done')}</Note>
  }
}

function Contain({ breach, done }: Acting) {
  const { t } = useWords()
  const [how, setHow] = useState<(typeof hows)[number] | ''>('')
  return (
    <ActDialog
      {...{ title: t('breach.contain'), explain: t('breach.contain.explain'), go: t('breach.go'), path: `/api/breach-steps/${breach.id}` }}
      data={how === '' ? null : { step: 'contain', how }}
      onDone={done}
    >
      <Choice
        legend={t('breach.contain.how')}
        value={how}
        onValue={setHow}
        options={hows.map((value) => ({ value, label: t(`breach.contain.how.${value}`) }))}
      />
    </ActDialog>
  )
}

function AddCodes({ breach, done }: Acting) {
  const { t } = useWords()
  const [codes, setCodes] = useState('')
  const subjects = codesOf(codes)
  return (
    <ActDialog
      kind="plain"
      {...{ title: t('breach.name'), explain: t('breach.name.explain'), go: t('breach.go'), path: `/api/breach-steps/${breach.id}` }}
      data={subjects.length === 0 ? null : { step: 'name-persons', subjects }}
      onDone={done}
    >
      <LongTextField label={t('breach.codes')} hint={t('breach.codes.hint')} value={codes} onValue={setCodes} rows={3} sealed required />
    </ActDialog>
  )
}

function Notify({ breach, done }: Acting) {
  const { t } = useWords()
  const [authority, setAuthority] = useState<'told' | 'none-exists' | ''>('')
  const [donor, setDonor] = useState<'told' | 'not-asked' | ''>('')
  return (
    <ActDialog
      {...{ title: t('breach.notify'), explain: t('breach.notify.explain'), go: t('breach.go'), path: `/api/breach-steps/${breach.id}` }}
      data={authority === '' || donor === '' ? null : { step: 'notify', authority, donor }}
      onDone={done}
    >
      <Choice
        legend={t('breach.authority')}
        value={authority}
        onValue={setAuthority}
        options={(['told', 'none-exists'] as const).map((value) => ({ value, label: t(`breach.authority.${value}`) }))}
      />
      <Choice
        legend={t('breach.donor')}
        value={donor}
        onValue={setDonor}
        options={(['told', 'not-asked'] as const).map((value) => ({ value, label: t(`breach.donor.${value}`) }))}
      />
    </ActDialog>
  )
}

function Learn({ breach, done }: Acting) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>([])
  return (
    <ActDialog
      {...{ title: t('breach.learn'), explain: t('breach.learn.explain'), go: t('breach.go'), path: `/api/breach-steps/${breach.id}` }}
      data={chosen.length === 0 ? null : { step: 'draw-lessons', lessons: chosen }}
      onDone={done}
    >
      {lessons.map((one) => (
        <CheckChoice
          key={one}
          label={t(`breach.lesson.${one}`)}
          checked={chosen.includes(one)}
          onChecked={(checked) => setChosen(checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
        />
      ))}
    </ActDialog>
  )
}
