/*
A job offer, question by question, and the sheet that the person takes away in their language. Nothing of it is sent or kept: the answers are in the memory of this page and
gone when it is left.
*/
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Recruiters } from '../../contract-desk.ts'
import { type OfferAnswers, type OfferQuestion, type OfferResult, checkOffer, offerQuestions } from '../../domain/desk/offer-check.ts'
import { type AdviceLanguage, type AdviceWords, adviceLanguages, adviceNames, loadAdvice } from '../../words/advice-words.ts'
import { AskRow } from './ask-row.tsx'
import './desk.css'

const UNSAID = ''
const UNKNOWN = 'unknown'

export function OfferScreen() {
  const { t, shown: language } = useWords()
  const [answers, setAnswers] = useState<OfferAnswers>({})
  const [who, setWho] = useState(UNSAID)
  const [sheet, setSheet] = useState<AdviceLanguage>(language)
  const words = useAdvice(sheet)
  const here = useAdvice(language)
  const recruiters = useAnswer<Recruiters>('/api/desk/recruiters').data?.recruiters ?? []
  const recruiter = who === UNSAID ? undefined : (recruiters.find(({ id }) => id === who) ?? null)
  const hasAnswer = who !== UNSAID || Object.keys(answers).length > 0
  const result = checkOffer(answers, recruiter)
  const forget = () => {
    setAnswers({})
    setWho(UNSAID)
  }
  return (
    <Page
      title={t('offer.title')}
      under={t('offer.under')}
      crumbs={<AppLink to="/resource-centre">{t('desk-visits.title')}</AppLink>}
      actions={<Button onClick={forget}>{t('offer.again')}</Button>}
      discreet
    >
      <div className="stack print-sheet-only">
        <Panel title={t('offer.ask')}>
          <SelectField
            label={t('offer.recruiter')}
            value={who}
            options={[
              { value: UNSAID, label: t('offer.recruiter.unsaid') },
              { value: UNKNOWN, label: t('offer.recruiter.unknown') },
              ...recruiters.map(({ id, name, country }) => ({ value: String(id), label: `${name} · ${country}` })),
            ]}
            onValue={setWho}
          />
          {offerQuestions.map((one) => (
            <Question
              key={one}
              question={questionText(here, one)}
              value={answers[one]}
              onValue={(value) => setAnswers({ ...answers, [one]: value })}
            />
          ))}
          <Source>{t('offer.rule')}</Source>
        </Panel>
        <Panel title={t('offer.sheet')}>
          <div className="form-actions">
            <SelectField
              label={t('offer.sheet.language')}
              value={sheet}
              options={adviceLanguages.map((value) => ({ value, label: adviceNames[value] }))}
              onValue={setSheet}
            />
            <Button kind="primary" disabled={!hasAnswer} onClick={() => window.print()}>
              {t('offer.sheet.print')}
            </Button>
          </div>
          {!hasAnswer && <Note tone="calm">{t('offer.sheet.wait')}</Note>}
        </Panel>
        {hasAnswer && words && <AdviceSheet words={words} result={result} language={sheet} />}
      </div>
    </Page>
  )
}
/** The first sentence of a line of advice is what is asked about. */
const questionText = (words: AdviceWords | null, question: OfferQuestion): string => words?.[`flag.${question}`].split(' → ')[0] ?? ''

interface QuestionProps {
  readonly question: string
  readonly value: OfferAnswers[OfferQuestion]
  readonly onValue: (value: 'yes' | 'no' | 'not-known') => void
}
function Question({ question, value, onValue }: QuestionProps) {
  const { t } = useWords()
  const options = (['yes', 'no', 'not-known'] as const).map((one) => ({ value: one, label: t(`offer.${one}`) }))
  return <AskRow {...{ question, options, value, onValue }} />
}

function useAdvice(language: AdviceLanguage): AdviceWords | null {
  const [loaded, setLoaded] = useState<{ readonly language: AdviceLanguage; readonly words: AdviceWords } | null>(null)
  useEffect(() => {
    let isWanted = true
    void loadAdvice[language]().then((words) => isWanted && setLoaded({ language, words }))
    return () => void (isWanted = false)
  }, [language])
  return loaded?.language === language ? loaded.words : null
}

interface SheetProps {
  readonly words: AdviceWords
  readonly result: OfferResult
  readonly language: AdviceLanguage
}
export function AdviceSheet({ words, result, language }: SheetProps) {
  return (
    <section className="advice" lang={language} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="advice-verdict">{words[`verdict.${result.verdict}`]}</p>
      {result.flags.length > 0 && (
        <>
          <h3>{words.found}</h3>
          <ul>
            {result.flags.map(({ flag }) => (
              <li key={flag}>{words[`flag.${flag}`]}</li>
            ))}
          </ul>
        </>
      )}
      {result.open.length > 0 && (
        <>
          <h3>{words.open}</h3>
          <ul>
            {result.open.map((flag) => (
              <li key={flag}>{words[`flag.${flag}`].split(' → ')[0]}</li>
            ))}
          </ul>
        </>
      )}
      <p>{words.keep}</p>
      <p>{words.help}</p>
      <p>{words.number}</p>
      <p className="small">{words.proposal}</p>
    </section>
  )
}
