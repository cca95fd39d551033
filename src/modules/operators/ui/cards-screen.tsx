/* The desk of cards: one number checked as of today, and everything that ends, ran out or waits. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { useWords } from '../../../app/words.ts'
import type { CardSummary } from '../contract.ts'
import { CardCell } from './card-marks.tsx'
import { CardTable } from './card-table.tsx'

interface Answer {
  readonly cards: readonly CardSummary[]
}
const kinds = ['miner-card', 'trader-card', 'cooperative-approval', 'comptoir-approval', 'processing-approval'] as const
const states = ['applied', 'issued', 'valid', 'expiring', 'expired', 'withdrawn', 'reported-lost', 'refused'] as const

export function CardsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const kind = kinds.find((one) => one === url['kind'])
  const { data, answer, error, again } = useAnswer<Answer>(`/api/cards${kind ? `?kind=${kind}` : ''}`)
  const wanted = states.find((one) => one === url['state'])
  // What waits for a decision may be a renewal of a card that still runs.
  const cards = data?.cards.filter(
    (card) => wanted === undefined || card.state === wanted || (wanted === 'applied' && card.appliedOn !== null),
  )
  const tools = (
    <>
      <SelectField
        label={t('cards.kind')}
        value={kind ?? ''}
        options={[{ value: '', label: t('operators.all') }, ...kinds.map((value) => ({ value, label: t(`cards.kind.${value}`) }))]}
        onValue={(value) => change({ kind: value })}
      />
      <SelectField
        label={t('cards.state')}
        value={wanted ?? ''}
        options={[{ value: '', label: t('operators.all') }, ...states.map((value) => ({ value, label: t(`cards.state.${value}`) }))]}
        onValue={(state) => change({ state })}
      />
    </>
  )
  return (
    <Page
      title={t('cards.title')}
      crumbs={<AppLink to="/operators">{t('operators.title')}</AppLink>}
      under={t('cards.explain')}
      answer={answer}
    >
      <CheckNumber />
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {cards?.length === 0 && <div className="toolbar">{tools}</div>}
        {cards && <CardTable cards={cards} tools={tools} empty={t('cards.none')} emptyDo={t('cards.none.do')} />}
        <Source>{t('cards.source')}</Source>
      </Panel>
    </Page>
  )
}

function CheckNumber() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const { data, error } = useAnswer<Answer>(asked === null ? null : `/api/cards?number=${encodeURIComponent(asked)}`)
  return (
    <Panel title={t('cards.check')}>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(text.trim() === '' ? null : text.trim())
        }}
      >
        <div className="grow">
          <TextField
            label={t('cards.number')}
            hint={t('cards.check.hint')}
            value={text}
            onValue={setText}
            maxLength={40}
            autoComplete="off"
          />
        </div>
        <Button kind="primary" type="submit">
          {t('cards.check.go')}
        </Button>
      </form>
      {error && <ErrorState error={error} />}
      {data?.cards.length === 0 && (
        <Note tone="red" live>
          {t('cards.check.none', { number: asked ?? '' })}
        </Note>
      )}
      {data?.cards.map((card) => (
        <p key={card.id} role="status">
          <AppLink to={`/cards/${card.id}`}>{card.number ?? ''}</AppLink> · {t(`cards.kind.${card.kind}`)} · {card.holderName ?? '–'}
          {card.zone && ` · ${card.zone}`} · <CardCell card={card} />
        </p>
      ))}
    </Panel>
  )
}
