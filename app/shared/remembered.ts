/** Most texts kept: offices have a few dozen ways to write a word or a day, and a stranger's file must not fill the memory. */
const MOST_TEXTS = 1000

/**
 * The same reading, done once for each text: there are millions of cells, and few that differ. A text that it refuses
 * (null) is not kept: it may be anything, a name included.
 */
export function remembered<T>(read: (text: string) => T | null): (text: string) => T | null {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (value !== null && known.size < MOST_TEXTS) known.set(text, value)
    return value
  }
}
