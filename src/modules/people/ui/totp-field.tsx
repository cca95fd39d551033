/* The field of the six digits: the device offers numbers, and the code where it knows it. */
import { TextField, type TextFieldProps } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'

export function TotpField(props: Pick<TextFieldProps, 'value' | 'onValue' | 'fault'>) {
  const { t } = useWords()
  return <TextField label={t('sign-in.totp')} inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]{6,7}" required {...props} />
}
