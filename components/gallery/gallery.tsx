import type { ReactNode } from "react";
import { HubSample } from "./hub.tsx";

export interface GalleryPage {
  readonly title: string;
  readonly lang?: "en" | "cy";
  readonly bodyClass?: string;
  readonly show: () => ReactNode;
}

/** Every component in every state, on pages like those it is made for. By the last part of the address. */
export const GALLERY: Readonly<Record<string, GalleryPage>> = {
  hub: { title: "Take part", show: HubSample },
};
