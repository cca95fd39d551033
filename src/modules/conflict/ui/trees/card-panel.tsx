/* What one does with the chosen card: its words, its place, why and what follows, votes, themes, places, strategy and action, its arrows, and putting two together. */
import { type ReactNode, useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Card, CardKind, TreeAnswer, TreeChange, TreeContent } from '../../contract-trees.ts'
import { proposedWords } from '../../domain/trees/mirror.ts'
import { OnRoadmap } from '../peace/roadmap-add.tsx'
import { newCard } from './new-card.ts'
import type { TableAct } from './table.ts'

export interface CardPanelProps {
  readonly card: Card
  readonly content: TreeContent
  readonly answer: TreeAnswer
  readonly play: (act: TableAct) => void
}
export function CardPanel(props: CardPanelProps) {
  const { card, answer, play } = props
  const { t } = useWords()
  const act = (...changes: readonly TreeChange[]) => play({ do: 'act', changes })
  const zones = answer.line.zones.map((one) => one.code)
  const add = (kind: CardKind) => play(newCard(newId(), { kind, text: t('trees.new-card'), zones, beside: card }))
  return (
    <div className="stack no-print" key={card.id}>
      <WhenLeft
        label={t('trees.card.text')}
        value={card.text}
        most={240}
        onLeft={(text) => text !== '' && act({ do: 'reword', card: card.id, text })}
      />
      <div className="row tight">
        {card.kind !== 'effect' && <Button onClick={() => add('cause')}>{t('trees.why')}</Button>}
        {card.kind !== 'cause' && <Button onClick={() => add('effect')}>{t('trees.so-what')}</Button>}
        <Button onClick={() => act({ do: 'vote', card: card.id, votes: Math.max(0, card.votes - 1) })} aria-label={t('trees.vote.less')}>
          −
        </Button>
        <span role="status">{t('trees.paper.votes', { n: card.votes })}</span>
        <Button onClick={() => act({ do: 'vote', card: card.id, votes: card.votes + 1 })} aria-label={t('trees.vote.more')}>
          +
        </Button>
      </div>
      <SelectField
        label={t('trees.card.kind')}
        value={card.kind}
        options={(['core', 'cause', 'effect'] as const).map((value) => ({ value, label: t(`trees.paper.kind.${value}`) }))}
        onValue={(kind) => act({ do: 'kind', card: card.id, kind })}
      />
      <Ties {...props} />
      <WhenLeft
        label={t('trees.card.objective')}
        hint={t('trees.card.objective.hint', { proposal: proposedWords(card.text) ?? t('trees.card.objective.none') })}
        value={card.objective ?? ''}
        most={240}
        onLeft={(words) => act({ do: 'objective', card: card.id, words: words === '' ? null : words })}
      />
      <WhenLeft
        label={t('trees.card.themes')}
        hint={t('trees.card.themes.hint')}
        value={card.themes.join(', ')}
        most={300}
        onLeft={(said) => {
          const themes = said
            .split(',')
            .map((one) => one.trim().slice(0, 40))
            .filter(Boolean)
          act({ do: 'theme', card: card.id, themes: themes.slice(0, 8) })
        }}
      />
      <Plan {...props} />
      <Arrows {...props} />
      {card.heard.length > 0 && (
        <details>
          <summary>{t('trees.heard')}</summary>
          <ul className="plain-list small">
            {card.heard.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
      <Button kind="danger" onClick={() => act({ do: 'remove', card: card.id })}>
        {t('trees.remove')}
      </Button>
    </div>
  )
}

/** The action of the card, and what of it stands on the roadmap. */
function Plan(props: CardPanelProps) {
  return (
    <>
      <Strategy {...props} />
      <OnRoadmap presets={[roadmapPreset(props)]} />
    </>
  )
}
function roadmapPreset({ card, answer }: CardPanelProps) {
  const { action } = card
  const sites = card.sites.map((id) => ({ id: String(id), name: answer.sites.find((one) => one.site === id)?.name ?? '–' }))
  const from = { kind: 'card', tree: answer.line.tree, card: card.id } as const
  const owned = { owner: action?.owner ?? undefined, ownerWritten: action?.ownerWritten ?? undefined }
  return { text: action?.what ?? card.objective ?? card.text, ...owned, due: action?.due, sites, from }
}

interface WhenLeftProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly most: number
  readonly onLeft: (text: string) => void
}
/** One act for a whole text: it is taken when the field is left, not at each letter. */
function WhenLeft({ label, hint, value, most, onLeft }: WhenLeftProps) {
  const [text, setText] = useState<string | null>(null)
  const left = () => {
    if (text !== null && text.trim() !== value) onLeft(text.trim())
    setText(null)
  }
  return (
    <div onBlur={left}>
      <LongTextField label={label} hint={hint} value={text ?? value} onValue={setText} rows={2} maxLength={most} />
    </div>
  )
}

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
interface Sites {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
function Ties({ card, answer, play }: CardPanelProps) {
  const { t } = useWords()
  const search = useSearch()
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas ?? []
  const { data, error } = useAnswer<Sites>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  const [named, setNamed] = useState<{ readonly [site: string]: string }>({})
  const tie = (part: Partial<Pick<Card, 'sites' | 'zones'>>) =>
    play({ do: 'act', changes: [{ do: 'tie', card: card.id, sites: card.sites, zones: card.zones, ...part }] })
  const nameOf = (site: string) => answer.sites.find((one) => one.site === site)?.name ?? named[site] ?? t('trees.site')
  return (
    <>
      <NamedField
        label={t('trees.card.zones')}
        value=""
        named={areas.filter((one) => !card.zones.includes(one.code)).map(({ code, name }) => ({ id: code, name }))}
        empty={t('trees.card.zones.add')}
        onValue={(zone) => zone !== '' && tie({ zones: [...card.zones, zone] })}
      />
      <Chips
        items={card.zones.map((code) => ({ id: code, name: areas.find((one) => one.code === code)?.name ?? code }))}
        onRemove={(zone) => tie({ zones: card.zones.filter((one) => one !== zone) })}
      />
      <SearchPick
        label={t('trees.card.sites')}
        hint={t('trees.card.sites.hint')}
        none={t('trees.card.sites.none')}
        search={search}
        found={data?.sites.map((one) => ({ id: one.id, name: one.name, code: one.nationalId, mark: null }))}
        error={error}
        onPick={({ id, name }) => {
          setNamed({ ...named, [id]: name })
          search.setText('')
          tie({ sites: [...new Set([...card.sites, asId('site', id)])] })
        }}
      />
      <Chips
        items={card.sites.map((site) => ({ id: site, name: nameOf(site) }))}
        onRemove={(site) => tie({ sites: card.sites.filter((one) => one !== site) })}
      />
    </>
  )
}
function Chips({
  items,
  onRemove,
}: {
  readonly items: readonly { readonly id: string; readonly name: string }[]
  readonly onRemove: (id: string) => void
}) {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <div className="row tight">
      {items.map(({ id, name }) => (
        <Button key={id} onClick={() => onRemove(id)} aria-label={t('trees.take-off', { name })}>
          {name} ×
        </Button>
      ))}
    </div>
  )
}

interface Organisations {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}
function Strategy({ card, play }: CardPanelProps): ReactNode {
  const { t } = useWords()
  const { data } = useAnswer<Organisations>('/api/organisations')
  const { action } = card
  const [draft, setDraft] = useState({
    ...{ what: action?.what ?? '', owner: action?.owner ?? '', ownerWritten: action?.ownerWritten ?? '', due: action?.due ?? '' },
  })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const isWhole = draft.what.trim() !== '' && draft.due !== '' && (draft.owner !== '' || draft.ownerWritten.trim() !== '')
  const keep = () => {
    const owner = draft.owner === '' ? null : asId('organisation', draft.owner)
    const next = { what: draft.what.trim(), owner, ownerWritten: owner === null ? draft.ownerWritten.trim() : null, due: draft.due }
    play({ do: 'act', changes: [{ do: 'act', card: card.id, action: next }] })
  }
  return (
    <>
      <CheckChoice
        label={t('trees.choose')}
        hint={t('trees.choose.hint')}
        checked={card.isChosen}
        onChecked={(isChosen) => play({ do: 'act', changes: [{ do: 'choose', card: card.id, isChosen }] })}
      />
      <details open={card.isChosen}>
        <summary>{t('trees.action')}</summary>
        <div className="stack">
          <LongTextField label={t('trees.action.what')} value={draft.what} onValue={(what) => set({ what })} rows={2} maxLength={400} />
          <NamedField
            label={t('trees.action.owner')}
            value={draft.owner}
            named={data?.organisations}
            empty={t('trees.action.owner.other')}
            onValue={(owner) => set({ owner })}
          />
          {draft.owner === '' && (
            <TextField
              label={t('trees.action.owner.written')}
              hint={t('trees.action.owner.hint')}
              value={draft.ownerWritten}
              maxLength={160}
              onValue={(ownerWritten) => set({ ownerWritten })}
            />
          )}
          <DateField label={t('trees.action.due')} value={draft.due} onValue={(due) => set({ due })} />
          <div className="row tight">
            <Button disabled={!isWhole} onClick={keep}>
              {t('trees.action.keep')}
            </Button>
            {action !== null && (
              <Button onClick={() => play({ do: 'act', changes: [{ do: 'act', card: card.id, action: null }] })}>
                {t('trees.action.drop')}
              </Button>
            )}
          </div>
        </div>
      </details>
    </>
  )
}

function Arrows({ card, content, play }: CardPanelProps) {
  const { t } = useWords()
  const act = (...changes: readonly TreeChange[]) => play({ do: 'act', changes })
  const textOf = (id: string) => content.cards.find((one) => one.id === id)?.text ?? ''
  const others = content.cards.filter((one) => one.id !== card.id)
  const options = (cards: readonly Card[], empty: string) => [
    { value: '', label: empty },
    ...cards.map((one) => ({ value: String(one.id), label: one.text.slice(0, 70) })),
  ]
  const picked = (value: string) => others.find((one) => one.id === value)
  return (
    <details>
      <summary>{t('trees.arrows')}</summary>
      <div className="stack">
        <ul className="plain-list small">
          {content.arrows
            .filter((one) => one.from === card.id || one.to === card.id)
            .map((arrow) => (
              <li key={`${arrow.from} ${arrow.to}`} className="row tight">
                <span className="grow">
                  {arrow.from === card.id
                    ? t('trees.arrow.to', { text: textOf(arrow.to) })
                    : t('trees.arrow.from', { text: textOf(arrow.from) })}
                </span>
                <Button onClick={() => act({ do: 'part', ...arrow })} aria-label={t('trees.arrow.remove')}>
                  ×
                </Button>
              </li>
            ))}
        </ul>
        <SelectField
          label={t('trees.arrow.add')}
          value=""
          options={options(others, t('trees.pick-card'))}
          onValue={(value) => {
            const to = picked(value)
            if (to) act({ do: 'join', from: card.id, to: to.id })
          }}
        />
        <SelectField
          label={t('trees.merge')}
          hint={t('trees.merge.hint')}
          value=""
          options={options(
            others.filter((one) => one.kind === card.kind),
            t('trees.pick-card'),
          )}
          onValue={(value) => {
            const from = picked(value)
            if (from) act({ do: 'merge', card: card.id, from: from.id })
          }}
        />
      </div>
    </details>
  )
}
