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
  async headers() {
    return [
      {
        source: "/assets/:file*",
        headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
      },
    ];
  },
};
