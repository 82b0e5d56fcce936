package com.example;

import software.amazon.awscdk.App;

public final class PlatformRolesApp {
    private PlatformRolesApp() {
    }

    public static void main(final String[] args) {
        App app = new App();
        new ChurnStack(app, "Churn");
        new ShopStack(app, "Shop");
        new HopsworksStack(app, "Hopsworks");
        new WeatherStack(app, "Weather");
        new ResearchClusterStack(app, "ResearchCluster");
        new ClusterUsersStack(app, "ClusterUsers");
        app.synth();
    }
}
