import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { annualAttestation } from '#app/statements/attestation/annual_attestation'
import { renderAttestationPdf } from '#app/statements/drawing/render_attestation_pdf'
import { zipDocuments } from '#app/statements/drawing/zip_documents'
import { yearArchive } from '#app/statements/archive/year_archive'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { attachment } from '#app/shared/screens/attachment'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'

/** What an association keeps of a civil year. */
export default class MyYearsController {
  /** All its documents in one ZIP. */
  async archive(ctx: HttpContext) {
    const year = idOf(ctx.params.year)
    const documents = found(await yearArchive(ctx.auth.user!.associationId!, year))
    if (isRefused(documents)) return refuseBack(ctx, documents, '/mes-paiements')
    const name = `releves-${year}.zip`
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', name)
    const zip = new PassThrough()
    zipDocuments(documents.entries, zip, documents.at).catch((error: Error) => zip.destroy(error))
    return attachment(ctx, name, 'application/zip').stream(zip)
  }

  /** The certificate of the sums received. */
  async show(ctx: HttpContext) {
    const year = idOf(ctx.params.year)
    const data = found(await annualAttestation(year, parisDay(new Date())))
    const name = `attestation-${data.association.code}-${year}.pdf`
    const bytes = await renderAttestationPdf(data)
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', name)
    return attachment(ctx, name, 'application/pdf').send(bytes)
  }
}
