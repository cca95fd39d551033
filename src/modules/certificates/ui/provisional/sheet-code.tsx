/* The code of a sheet drawn without network: by the encoder that a telephone keeps, which the one of the desk is not. */
import { useEffect, useState } from 'react'
import { Loading } from '../../../../app/kit/states.tsx'

export function SheetCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void import('qr').then(({ default: encodeQR }) => {
      if (wanted) setPicture(`data:image/svg+xml,${encodeURIComponent(encodeQR(text, 'svg', { border: 4 }))}`)
    })
    return () => {
      wanted = false
    }
  }, [text])
  return picture === null ? <Loading /> : <img src={picture} alt={label} width={300} height={300} />
}
