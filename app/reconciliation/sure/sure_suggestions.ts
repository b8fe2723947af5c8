import { loadTerms } from '#app/conventions/load_terms'
import { sureLinks } from '#app/reconciliation/sure/accept_sure'
import { suggestions, type SuggestedForm } from '#app/reconciliation/suggestions/suggestions'
import { rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** The sure suggestions of a convention, to be read before they are accepted, and how many forms need a look. */
export async function sureSuggestions(conventionCode: string) {
  const { found } = (await transaction(async (trx) => {
    const terms = await loadTerms(conventionCode, trx)
    return { found: await suggestions(trx, terms.id) }
  })) as { found: SuggestedForm[] }
  const links = sureLinks(found)
  const names = await associationNames(links.map(({ form }) => form.associationId))
  return {
    doubtful: found.length - links.length,
    links: links.map((link) => ({ ...link, association: names.get(link.form.associationId)! })),
  }
}

async function associationNames(ids: readonly number[]): Promise<Map<number, string>> {
  const found = await rows<{ id: number; name: string }>(
    `SELECT id, code || ' — ' || name AS name FROM associations WHERE id = ANY(?)`,
    [ids]
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
