import type { HttpContext } from '@adonisjs/core/http'
import type { TypedCells } from '#app/intake/typed_cells'
import { cellsFrom } from '#app/portal/forms/form_cells'
import { formDesk, servicesOf, type FormDesk } from '#app/portal/forms/form_page'
import { ownSaisine, type OwnSaisine } from '#app/returns/own_saisine'
import { found, idOf } from '#app/shared/screens/not_found'
import { typed } from '#app/shared/screens/typed'

/** The saisine that the address names, when it is the reader's. */
export async function namedSaisine({ params, auth }: HttpContext): Promise<OwnSaisine> {
  return found(await ownSaisine(idOf(params.saisineId), auth.user!.associationId!))
}

/** What is typed on the page of a form, with all that it depends on. */
export async function typedForm(ctx: HttpContext): Promise<{ desk: FormDesk; cells: TypedCells }> {
  const desk = await formDesk(await namedSaisine(ctx))
  const date = typed(ctx.request, 'date_premier_contact')
  const services = servicesOf(desk, { date_premier_contact: date })
  const codes = services.map(({ code }) => code)
  return { desk, cells: cellsFrom(ctx.request, codes) }
}
