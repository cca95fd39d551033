/* Photographs of an incident, asked as everything else is, so that a session goes along. */
import { useEffect, useState } from 'react'
import { askFile } from '../../../app/api.ts'
import { useWords } from '../../../app/words.ts'

export function Photos({ incident, photos }: { readonly incident: string; readonly photos: readonly { readonly sha256: string }[] }) {
  if (photos.length === 0) return null
  return (
    <div className="incident-photos">
      {photos.map(({ sha256 }) => (
        <Photo key={sha256} path={`/api/incidents/${incident}/photos/${sha256}`} />
      ))}
    </div>
  )
}
function Photo({ path }: { readonly path: string }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    let made: string | null = null
    askFile(path, stop.signal).then(
      (blob) => {
        made = URL.createObjectURL(blob)
        setAddress(made)
      },
      () => undefined,
    )
    return () => {
      stop.abort()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [path])
  return address === null ? null : (
    <a href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={t('incident-new.photo')} />
    </a>
  )
}
