import { publicPage } from "#features/councils/respond.tsx";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => ({
  title: scope.council.name.en,
  section: "take-part",
  body: <div className="wrap body">hub</div>,
}));
