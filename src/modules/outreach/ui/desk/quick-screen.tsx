/*
Five questions, asked aloud and answered on this screen alone. With consent the way goes on to the sealed interview, which begins empty; without it one number is counted. The answers are in
the memory of this page: no address, no command and no store ever holds them.
*/
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DeskNumbers } from '../../contract-desk.ts'
import { type QuickAnswers, type QuickQuestion, quickQuestions, quickSigns } from '../../domain/desk/offer-check.ts'
import { AskRow } from './ask-row.tsx'
import './desk.css'

export function QuickScreen() {
  const { t } = useWords()
  const [agrees, setAgrees] = useState(false)
  const [answers, setAnswers] = useState<QuickAnswers>({})
  const [counted, setCounted] = useState(false)
  const forget = () => {
    setAgrees(false)
    setAnswers({})
  }
  return (
    <Page
      title={t('quick.title')}
      under={t('quick.under')}
      crumbs={<AppLink to="/resource-centre">{t('desk-visits.title')}</AppLink>}
      actions={<Button onClick={forget}>{t('offer.again')}</Button>}
      discreet
    >
      {counted && (
        <Note tone="good" live>
          {t('quick.counted')}
        </Note>
      )}
      <Panel title={t('quick.title')}>
        <Note tone="calm">{t('quick.consent-first')}</Note>
        <CheckChoice label={t('quick.agrees')} checked={agrees} onChecked={setAgrees} />
        {agrees &&
          quickQuestions.map((one) => (
            <Question key={one} question={one} value={answers[one]} onValue={(value) => setAnswers({ ...answers, [one]: value })} />
          ))}
        <Source>{t('quick.rule')}</Source>
      </Panel>
      {agrees && Object.keys(answers).length > 0 && (
        <Ending
          signs={quickSigns(answers).length}
          onCounted={() => {
            forget()
            setCounted(true)
          }}
        />
      )}
    </Page>
  )
}

interface QuestionProps {
  readonly question: QuickQuestion
  readonly value: QuickAnswers[QuickQuestion]
  readonly onValue: (value: 'yes' | 'no' | 'no-answer') => void
}
function Question({ question, value, onValue }: QuestionProps) {
  const { t } = useWords()
  const options = [
    { value: 'yes' as const, label: t('offer.yes') },
    { value: 'no' as const, label: t('offer.no') },
    { value: 'no-answer' as const, label: t('quick.no-answer') },
  ]
  return <AskRow question={t(`quick.${question}`)} {...{ options, value, onValue }} />
}

function Ending({ signs, onCounted }: { readonly signs: number; readonly onCounted: () => void }) {
  const { t } = useWords()
  const centres = useAnswer<DeskNumbers>('/api/desk').data?.centres
  const [centre, setCentre] = useState('')
  const { send, sending, error } = useCommand('/api/desk/quick-screens')
  const chosen = centre === '' && centres?.length === 1 ? String(centres[0]?.id) : centre
  const count = async () => {
    const receipt = await send({ centre: chosen }).catch(() => null)
    if (receipt !== null) onCounted()
  }
  return (
    <Panel title={t('offer.result')}>
      <div className="stack">
        <Note tone={signs > 0 ? 'warn' : 'calm'} live>
          {signs > 0 ? t('quick.signs', { n: signs }) : t('quick.no-signs')}
        </Note>
        <strong>{t('quick.want')}</strong>
        <p className="small">{t('quick.consents.note')}</p>
        <div className="form-actions">
          <LinkButton kind="primary" to="/interview">
            {t('quick.consents')}
          </LinkButton>
        </div>
        <NamedField
          label={t('desk.centre')}
          value={chosen}
          named={centres?.map(({ id, name }) => ({ id, name }))}
          empty={t('desk.choose')}
          onValue={setCentre}
        />
        {error && <ErrorState error={error} />}
        <div className="form-actions">
          <Button busy={sending} disabled={chosen === ''} onClick={() => void count()}>
            {t('quick.refuses')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
