// Stands for every style sheet where a component is drawn without a browser.
export {};
