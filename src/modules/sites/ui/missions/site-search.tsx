/* Finding sites for a mission or an order by name or code; several may be picked, each with its status beside it. */
import { useDeferredValue, useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Field } from '../../../../app/kit/field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SiteList } from '../../domain/answers.ts'

export interface PickedSite {
  readonly site: string
  readonly name: string
  readonly nationalId: string
}
export function SiteSearch({
  label,
  picked,
  onPick,
}: {
  readonly label: string
  readonly picked: readonly PickedSite[]
  readonly onPick: (sites: readonly PickedSite[]) => void
}) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, error } = useAnswer<SiteList>(wanted.length >= 2 ? `/api/sites?text=${encodeURIComponent(wanted)}` : null)
  const found = (data?.sites ?? []).filter((one) => !picked.some((other) => other.site === one.id))
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Field label={label} hint={t('missions.search.hint')}>
        {(wiring) => (
          <input
            className="input"
            type="search"
            autoComplete="off"
            {...wiring}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {error && <ErrorState error={error} />}
      {data && wanted.length >= 2 && found.length === 0 && <p className="small">{t('missions.search.none')}</p>}
      {wanted.length >= 2 && found.length > 0 && (
        <div className="found-sites">
          {found.slice(0, 12).map(({ id, name, nationalId, standing }) => (
            <button
              key={id}
              type="button"
              onClick={() => {
                onPick([...picked, { site: id, name, nationalId }])
                setText('')
              }}
            >
              <span className="grow">
                {name} <span className="small">{nationalId}</span>
              </span>
              <StandingMark standing={standing} />
            </button>
          ))}
        </div>
      )}
      <ul className="plain-list stack" style={{ gap: 4 }}>
        {picked.map((one) => (
          <li key={one.site} className="row tight">
            <span className="grow">
              <b>{one.name}</b> <span className="small">{one.nationalId}</span>
            </span>
            <Button kind="quiet" onClick={() => onPick(picked.filter((other) => other.site !== one.site))}>
              {t('missions.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
