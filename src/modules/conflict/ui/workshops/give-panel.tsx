/*
Giving a frozen version on: its places as proposed conflict sheets, its cards as a problem tree. What was given stays given; a second press gives what is still missing.
Nothing is published by this: a sheet waits for another person's cross-check.
*/
import { useRef, useState } from 'react'
import { ask, command, troubleOf } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { refusalText, useWords } from '../../../../app/words.ts'
import type { FrozenShown, HallEntry, WorkshopShown } from '../../contract-workshops.ts'
import { sheetOf, treeIdOf, treeOf } from './giving.ts'
import { placeName } from './wall-reading.ts'
import './workshops.css'

interface GiveProps {
  readonly data: WorkshopShown
  readonly version: number
}
interface Given {
  readonly sheets: readonly { readonly sheet: string }[]
}
interface Trees {
  readonly trees: readonly { readonly tree: string }[]
}

export function GivePanel({ data, version }: GiveProps) {
  const { t } = useWords()
  const me = useMe().data
  const { data: shown, error, again } = useAnswer<FrozenShown>(`/api/conflict/workshops/${data.id}/versions/${version}`)
  return (
    <Panel title={t('workshop.give', { n: version })}>
      {error && <ErrorState error={error} again={again} />}
      {shown && (
        <div className="stack">
          {mayOpen('conflict.propose', me) && <GiveSheets shown={shown} sites={data.sites} />}
          <GiveTree shown={shown} />
          <Source>{t('workshop.give.source')}</Source>
        </div>
      )}
    </Panel>
  )
}

interface Refused {
  readonly number: number
  readonly why: string
}
function GiveSheets({ shown, sites }: { readonly shown: FrozenShown; readonly sites: WorkshopShown['sites'] }) {
  const { t } = useWords()
  const { entries } = shown.content
  const path = `/api/conflict/sheets?workshop=${shown.workshop}`
  const { data, again } = useAnswer<Given>(path)
  const [done, setDone] = useState<number | null>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const stop = useRef(false)
  const isGiven = (given: Given | undefined, id: string): boolean => given?.sheets.some((one) => one.sheet === id) === true
  const missing = entries.filter((entry) => !isGiven(data, entry.id))
  const give = async () => {
    stop.current = false
    setRefused([])
    setDone(0)
    // Asked anew: somebody else may have begun.
    const before = await ask<Given>(path).catch(() => null)
    const waiting = entries.filter((entry) => !isGiven(before?.data ?? data, entry.id))
    for (const [index, entry] of waiting.entries()) {
      if (stop.current) break
      // One after the other, so that progress is true and a stop stops.
      await command('/api/conflict/sheets', sheetOf(shown, entry), { id: entry.id }).catch((error: unknown) => {
        const { refusal } = troubleOf(error)
        const why = refusal === null ? t('workshop.give.not-reached') : refusalText(refusal.code, refusal.facts)
        setRefused((all) => [...all, { number: entry.number, why }])
      })
      setDone(index + 1)
    }
    setDone(null)
    again()
  }
  return (
    <div className="stack">
      <p>{t('workshop.give.sheets.state', { n: entries.length - missing.length, of: entries.length })}</p>
      <GivenSheets given={entries.filter((entry) => isGiven(data, entry.id))} sites={sites} />
      {done !== null && (
        <Progress
          label={t('workshop.give.sheets.doing')}
          done={done}
          of={missing.length}
          cancel={() => {
            stop.current = true
          }}
        />
      )}
      {refused.length > 0 && (
        <Note tone="red" live>
          <ul className="plain-list">
            {refused.map((one) => (
              <li key={one.number}>{t('workshop.give.refused', { n: one.number, why: one.why })}</li>
            ))}
          </ul>
        </Note>
      )}
      <div>
        <Button busy={done !== null} disabled={data === undefined || missing.length === 0} onClick={() => void give()}>
          {t('workshop.give.sheets', { n: missing.length })}
        </Button>
      </div>
    </div>
  )
}

/** Where each place went: its sheet has its number. */
function GivenSheets({ given, sites }: { readonly given: readonly HallEntry[]; readonly sites: WorkshopShown['sites'] }) {
  const { t } = useWords()
  if (given.length === 0) return null
  return (
    <ul className="plain-list workshop-given" aria-label={t('workshop.give.sheets.given')}>
      {given.map((entry) => (
        <li key={entry.id}>
          <AppLink to={`/conflict-sheets/${entry.id}`}>
            {entry.number}. {placeName(entry, sites)}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}

function GiveTree({ shown }: { readonly shown: FrozenShown }) {
  const { t } = useWords()
  const { data, again } = useAnswer<Trees>('/api/conflict/trees')
  const { send, sending, error } = useCommand('/api/conflict/trees')
  const tree = treeIdOf(shown)
  const isGiven = data?.trees.some((one) => one.tree === tree) === true
  const count = shown.content.cards.length
  return (
    <div className="stack">
      <p>{t(isGiven ? 'workshop.give.tree.given' : count === 0 ? 'workshop.give.tree.none' : 'workshop.give.tree.state', { n: count })}</p>
      {isGiven && (
        <p>
          <AppLink to={`/problem-trees/${tree}`}>{t('workshop.give.tree.open')}</AppLink>
        </p>
      )}
      {error && <ErrorState error={error} />}
      <div>
        <Button
          busy={sending}
          disabled={data === undefined || isGiven || count === 0}
          onClick={() => void send(treeOf(shown), { id: tree }).then(again, () => null)}
        >
          {t('workshop.give.tree')}
        </Button>
      </div>
    </div>
  )
}
