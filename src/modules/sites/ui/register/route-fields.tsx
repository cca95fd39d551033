/* For each mineral of the site: where it is first sold and where it ends, a line each. */
import { LongTextField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import { routesTyped, withRoute } from './routes.ts'
import './site.css'

interface RouteFieldsProps {
  readonly minerals: readonly string[]
  readonly value: string
  readonly onValue: (value: string) => void
}
export function RouteFields({ minerals, value, onValue }: RouteFieldsProps) {
  const { t } = useWords()
  const typed = routesTyped(value)
  // An entry may speak of a mineral that the site no longer names.
  const named = [...new Set([...minerals, ...typed.map((one) => one.mineral)])]
  return (
    <fieldset className="field">
      <legend>{t('register.field.mineralRoutes')}</legend>
      <span className="hint">{t('register.routes.hint')}</span>
      {named.map((mineral) => {
        const own = typed.find((one) => one.mineral === mineral)
        const name = wordOr(`mineral.${mineral}`, mineral)
        return (
          <div key={mineral} className="route-fields">
            <LongTextField
              label={t('register.routes.sold', { mineral: name })}
              value={own?.sellingPoints ?? ''}
              onValue={(sellingPoints) => onValue(withRoute(value, { mineral, sellingPoints }))}
              rows={2}
              maxLength={4000}
            />
            <LongTextField
              label={t('register.routes.ends', { mineral: name })}
              value={own?.finalDestinations ?? ''}
              onValue={(finalDestinations) => onValue(withRoute(value, { mineral, finalDestinations }))}
              rows={2}
              maxLength={4000}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
