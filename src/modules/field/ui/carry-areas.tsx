/* Provinces and territoires to carry, only those in which the person may act; a province is chosen whole or by its territoires. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import type { Carried } from '../../../app/field/phone.ts'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import './carry.css'

interface AreaRow {
  readonly code: string
  readonly name: string
  readonly kind: string
}
interface Areas {
  readonly areas: readonly AreaRow[]
}
interface PicksProps {
  readonly choice: Carried
  readonly onChoice: (choice: Carried) => void
}

export function AreaPicks({ choice, onChoice }: PicksProps) {
  const { t } = useWords()
  const territory = useMe().data?.territory
  const provinces = useAnswer<Areas>('/api/places/areas?level=province')
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire')
  const error = provinces.error ?? territoires.error
  if (error) return <ErrorState error={error} again={provinces.again} />
  if (!provinces.data || !territoires.data || territory === undefined) return <Loading />
  const all = territoires.data.areas
  const mine = (code: string): boolean =>
    territory === 'everywhere' || territory.some((own) => code.startsWith(own) || own.startsWith(code))
  return (
    <Panel title={t('carry.areas')}>
      <p className="small">{t('carry.areas.explain')}</p>
      {provinces.data.areas
        .filter((province) => mine(province.code))
        .map((province) => (
          <Province
            key={province.code}
            province={province}
            territoires={all.filter((one) => one.code.startsWith(province.code) && mine(one.code))}
            choice={choice}
            onChoice={onChoice}
          />
        ))}
    </Panel>
  )
}

interface ProvinceProps extends PicksProps {
  readonly province: AreaRow
  readonly territoires: readonly AreaRow[]
}
function Province({ province, territoires, choice, onChoice }: ProvinceProps) {
  const { t } = useWords()
  const picked = territoires.filter((one) => choice.areas.includes(one.code)).length
  const isWhole = choice.areas.includes(province.code)
  const [isOpen, setOpen] = useState(isWhole || picked > 0)
  const pick = (code: string, on: boolean) => {
    const rest = choice.areas.filter((one) => one !== code && !(code === province.code && on && one.startsWith(code)))
    onChoice({ ...choice, areas: [...rest, ...(on ? [code] : [])] })
  }
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="carry-province">
      <summary>
        {province.name} {(isWhole || picked > 0) && <b>· {isWhole ? t('carry.area.whole') : t('carry.area.some', { n: picked })}</b>}
      </summary>
      {isOpen && (
        <div className="choices">
          <CheckChoice
            label={t('carry.area.all', { province: province.name })}
            checked={isWhole}
            onChecked={(on) => pick(province.code, on)}
          />
          {!isWhole &&
            territoires.map((one) => (
              <CheckChoice
                key={one.code}
                label={`${one.name} (${one.kind})`}
                checked={choice.areas.includes(one.code)}
                onChecked={(on) => pick(one.code, on)}
              />
            ))}
        </div>
      )}
    </details>
  )
}
