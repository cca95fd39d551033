/* A form's content on this device until it is sent: a reload, a call or an empty battery costs nothing. Texts only, no secrets. */
import { deviceKeep } from '../../../../app/device.ts'
import { useCallback, useState } from 'react'

type Texts = { readonly [name: string]: string | null }

/** The content kept under `name`, or `initial`; a field that the kept content lacks comes from `initial`. */
export function useKept<Content extends Texts>(
  name: string,
  initial: Content,
): readonly [Content, (change: Partial<Content>) => void, () => void] {
  const place = `chanzo.form.${name}`
  const [content, setContent] = useState<Content>(() => merged(initial, read(place)))
  const change = useCallback(
    (part: Partial<Content>) =>
      setContent((before) => {
        const after = { ...before, ...part }
        write(place, after)
        return after
      }),
    [place],
  )
  const forget = useCallback(() => write(place, null), [place])
  return [content, change, forget]
}

function merged<Content extends Texts>(initial: Content, kept: Texts): Content {
  const known = Object.entries(kept).filter(([name]) => name in initial)
  return { ...initial, ...Object.fromEntries(known) }
}
function read(place: string): Texts {
  try {
    const value: unknown = JSON.parse(deviceKeep().getItem(place) ?? 'null')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string' || entry[1] === null))
  } catch {
    return {}
  }
}
function write(place: string, content: Texts | null): void {
  try {
    if (content === null) deviceKeep().removeItem(place)
    else deviceKeep().setItem(place, JSON.stringify(content))
  } catch {
    // A full store costs the keeping, never the form.
  }
}
