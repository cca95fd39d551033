/* Two choices: country and province. Without the list of provinces (no network, not carried) the country can still be said. */
import { useAnswer } from '../../../../app/ask.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type HarmPlace, countryCodes, countryName, placeLabels, withCountry, withProvince } from './harm-place.ts'

/** The same answer that a telephone carries. */
const PROVINCES = '/api/places/areas?level=province'
interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
/** By name; empty until the list is there. */
export const useProvinces = (): readonly { readonly id: string; readonly name: string }[] =>
  (useAnswer<Areas>(PROVINCES).data?.areas ?? []).map(({ code, name }) => ({ id: code, name }))

interface Props {
  readonly value: HarmPlace
  readonly onValue: (value: HarmPlace) => void
}
export function HarmPlaceFields({ value, onValue }: Props) {
  const { language } = useWords()
  const named = useProvinces()
  // What a file says stays said, whatever list is at hand.
  const isListed = value.province === '' || named.some((one) => one.id === value.province)
  const countries = value.country === '' || countryCodes.includes(value.country) ? countryCodes : [...countryCodes, value.country]
  return (
    <>
      <SelectField
        label={placeLabels.country[language]}
        value={value.country}
        onValue={(country) => onValue(withCountry(value, country))}
        options={[
          { value: '', label: placeLabels.unknown[language] },
          ...countries.map((code) => ({ value: code, label: countryName(code, language) })),
        ]}
      />
      <NamedField
        label={placeLabels.province[language]}
        hint={placeLabels.provinceHint[language]}
        value={value.province}
        named={isListed ? named : [...named, { id: value.province, name: value.province }]}
        empty={placeLabels.unknown[language]}
        onValue={(province) => onValue(withProvince(value, province))}
      />
    </>
  )
}
