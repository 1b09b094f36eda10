import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Answers are packed by the web program (start/web.ts), kept pages only once.
  compress: false,
  devIndicators: false,
  // A cached page is kept in the process and renewed by the event that changes it (platform/page-cache).
  cacheHandler: fileURLToPath(new URL("./platform/page-cache/handler.ts", import.meta.url)),
  cacheMaxMemorySize: 0,
  serverExternalPackages: ["postgres", "graphile-worker", "pino", "nodemailer", "next-auth", "@simplewebauthn/server", "pdfkit"],
  typescript: { ignoreBuildErrors: true },
  // As the web program of a built Folkmoot hands them on (start/web.ts).
  async rewrites() {
    const { NODE_ENV, ISSUER_URL, BOX_URL } = process.env;
    if (NODE_ENV !== "development" || !ISSUER_URL || !BOX_URL) return [];
    return [
      { source: "/issue", destination: `${ISSUER_URL}/issue` },
      { source: "/box/:path*", destination: `${BOX_URL}/box/:path*` },
    ];
  },
  async headers() {
    return [
      {
        source: "/assets/:file*",
        headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
      },
    ];
  },
};
