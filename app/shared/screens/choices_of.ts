import type { Choice } from '#app/shared/screens/list'

/** The words of a code, in their order, for a form or a filter. */
export function choicesOf(
  words: Readonly<Record<string, string | { readonly label: string }>>
): Choice[] {
  return Object.entries(words).map(([value, word]) => ({
    value,
    label: typeof word === 'string' ? word : word.label,
  }))
}
