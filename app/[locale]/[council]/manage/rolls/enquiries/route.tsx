import { officerPage } from "#features/councils/respond.tsx";
import { listEnquiries } from "#features/eligibility/rolls/queries.ts";
import { enquiriesPage } from "#features/eligibility/rolls/ui/enquiry-pages.tsx";

export const GET = officerPage(async (scope) => enquiriesPage({ scope, enquiries: await listEnquiries(scope) }));
