/* Language and aspect, and how a role is called: what a person is shown before anybody is known, also on a locked telephone. */
import { useState } from 'react'
import { SelectField } from '../kit/field.tsx'
import { chooseTheme, keptTheme, type Theme, themes } from '../theme.ts'
import { chooseLanguage, languages, useWords, wordOr } from '../words.ts'

export const roleText = (role: string): string => wordOr(`role.${role}`, role.replaceAll('_', ' ').toLowerCase())

/** Language and aspect: for strangers too. */
export function Preferences() {
  const { t, shown } = useWords()
  const [theme, setTheme] = useState<Theme>(keptTheme)
  const change = (next: Theme) => {
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <>
      <SelectField
        label={t('app.language')}
        value={shown}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        onValue={(code) => void chooseLanguage(code)}
      />
      <SelectField
        label={t('app.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
        onValue={change}
      />
    </>
  )
}
