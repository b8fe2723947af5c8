import { dueForms, formCounts, refusedForms, sentForms } from '#app/portal/forms/form_lists'
import { parisDay } from '#app/shared/day'
import { pagesOf } from '#app/shared/screens/pages'

const ROWS_SHOWN = 25

/** The lists, by what names them in the address. */
const LISTS = {
  'a-envoyer': { label: 'À envoyer', count: 'due' },
  'envoyees': { label: 'Envoyées', count: 'sent' },
  'non-retenues': { label: 'Non retenues', count: 'refused' },
} as const

/** One page of one of the lists of fiches, as its address asks. */
export async function formList({ liste, page }: Record<string, unknown>) {
  const shown =
    typeof liste === 'string' && Object.hasOwn(LISTS, liste)
      ? (liste as keyof typeof LISTS)
      : 'a-envoyer'
  const counts = await formCounts()
  const pages = pagesOf(counts[LISTS[shown].count], ROWS_SHOWN, page)
  const { first, size } = pages
  return {
    shown,
    pages,
    lists: Object.entries(LISTS).map(([name, { label, count }]) => ({
      name,
      label,
      count: counts[count],
    })),
    due: shown === 'a-envoyer' ? await dueForms(parisDay(new Date()), first, size) : [],
    sent: shown === 'envoyees' ? await sentForms(first, size) : [],
    refused: shown === 'non-retenues' ? await refusedForms(first, size) : [],
  }
}
