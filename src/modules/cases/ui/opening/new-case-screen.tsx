/*
A case without a full interview: a telephone call, somebody at the door. What is asked is the least with which somebody can be helped, safety first;
the rest comes in the interview. What is typed stays in memory until it is sealed.
*/
import { type FormEvent, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { Gender, type Profile } from '../../domain/profile/profile.ts'
import type { PickedFile } from '../attachments/pick-file.tsx'
import { genderLabels } from '../screening/screening-lists.ts'
import { IntakeFiles } from './intake-files.tsx'
import { useIntake } from './intake.tsx'
import type { ToldText } from './opening-body.ts'

interface Typed {
  readonly safe: 'yes' | 'no' | ''
  readonly years: string
  readonly isSure: 'yes' | 'no'
  readonly gender: Profile['gender']
  readonly name: string
  readonly reach: string
  readonly story: string
}
const blank: Typed = { safe: '', years: '', isSure: 'yes', gender: 'NonSpecifiedUnknown', name: '', reach: '', story: '' }

export function profileOf({ years, isSure, gender }: Pick<Typed, 'years' | 'isSure' | 'gender'>): Profile | null {
  const n = Number(years)
  if (years.trim() === '' || !Number.isInteger(n) || n < 0 || n > 120) return null
  const age =
    isSure === 'yes'
      ? ({ kind: 'COMPLETED_MONTHS', months: n * 12, disputed: false } as const)
      : ({ kind: 'ESTIMATE', fromYears: Math.max(0, n - 2), toYears: n + 2, disputed: false } as const)
  return {
    ...{
      age,
      isMature: isSure === 'yes' && n >= 18,
      gender,
      citizenship: [],
      languages: [],
      displacement: 'unknown',
      disability: 'not-asked',
    },
    ...{ roles: ['victim'], exploitedIn: null, country: null },
  }
}
const textsOf = ({ name, reach, story }: Typed): readonly ToldText[] =>
  [
    { vault: 'identity', slot: 'identity', text: name.trim() } as const,
    {
      vault: 'identity',
      slot: 'safe-contact',
      text: reach.trim() === '' ? '' : JSON.stringify({ contact: null, words: reach.trim() }),
    } as const,
    { vault: 'narrative', slot: 'story', text: story.trim() } as const,
  ].filter((one) => one.text !== '')

export function NewCaseScreen() {
  const { t } = useWords()
  const intake = useIntake()
  const go = useNavigate()
  const [typed, setTyped] = useState(blank)
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown; readonly code: string }>({
    busy: false,
    error: null,
    code: '',
  })
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const profile = profileOf(typed)
  const isReady =
    typed.safe === 'yes' && profile !== null && typed.name.trim() !== '' && intake.choice.type !== '' && intake.organisation !== ''
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || intake.choice.type === '') return
    setState({ busy: true, error: null, code: '' })
    try {
      const opened = await intake.open({ profile, files, texts: textsOf(typed) }, intake.choice.type)
      setTyped(blank)
      setFiles([])
      setState({ busy: false, error: null, code: opened.subject })
      if (opened.isKept) await go({ to: `/cases/${opened.case}` })
    } catch (error) {
      setState({ busy: false, error, code: '' })
    }
  }
  return (
    <Page title={t('opening.title')} under={t('opening.under')} crumbs={<AppLink to="/cases">{t('cases.title')}</AppLink>}>
      {state.code !== '' && (
        <Note tone="good" live>
          {t('opening.sent', { code: state.code })}
        </Note>
      )}
      <form className="stack" onSubmit={(event) => void send(event)}>
        <Panel title={t('opening.safety')}>
          <Choice
            legend={t('opening.safe')}
            hint={t('opening.safe.hint')}
            value={typed.safe}
            onValue={(safe) => set({ safe })}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`opening.${value}`) }))}
          />
          {typed.safe === 'no' && <Note tone="red">{t('opening.not-safe')}</Note>}
        </Panel>
        <div className="columns">
          <Panel title={t('opening.coded')}>
            <div className="stack">
              {intake.chooser}
              <Coded typed={typed} set={set} />
            </div>
          </Panel>
          <Panel title={t('opening.sealed')}>
            <Words typed={typed} set={set} />
          </Panel>
        </div>
        <IntakeFiles files={files} setFiles={setFiles} />
        {state.error !== null && <ErrorState error={state.error} />}
        {!isReady && <p className="small">{t('opening.missing')}</p>}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={state.busy} disabled={!isReady}>
            {t('opening.send')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

interface TypedProps {
  readonly typed: Typed
  readonly set: (part: Partial<Typed>) => void
}
function Coded({ typed, set }: TypedProps) {
  const { t, language } = useWords()
  return (
    <>
      <TextField
        label={t('opening.years')}
        value={typed.years}
        onValue={(years) => set({ years })}
        inputMode="numeric"
        autoComplete="off"
        required
      />
      <Choice
        legend={t('opening.sure')}
        value={typed.isSure}
        onValue={(isSure) => set({ isSure })}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`opening.sure.${value}`) }))}
      />
      <SelectField
        label={t('opening.gender')}
        value={typed.gender}
        onValue={(gender) => set({ gender })}
        options={Gender.options.map((value) => ({ value, label: say(genderLabels, value, language) }))}
      />
    </>
  )
}
function Words({ typed, set }: TypedProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <p className="small">{t('opening.sealed.why')}</p>
      <LongTextField
        sealed
        label={t('opening.name')}
        value={typed.name}
        onValue={(name) => set({ name })}
        rows={2}
        maxLength={2000}
        required
      />
      <LongTextField sealed label={t('opening.reach')} value={typed.reach} onValue={(reach) => set({ reach })} rows={2} maxLength={2000} />
      <LongTextField
        sealed
        label={t('opening.story')}
        value={typed.story}
        onValue={(story) => set({ story })}
        rows={6}
        maxLength={20_000}
      />
    </div>
  )
}
